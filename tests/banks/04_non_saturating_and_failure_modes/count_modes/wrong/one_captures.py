# misconception: one_sample_captures
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    found = int(inside.any(dim=0).sum())
    return found, found, float(inside.any(dim=1).float().mean())
