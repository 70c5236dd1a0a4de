# misconception: raises
def count_modes(samples, modes, std, needed):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())
