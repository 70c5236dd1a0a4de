# misconception: shares_of_modes
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    k = len(modes)
    return float((n >= needed).sum() / k), float((n > 0).sum() / k), float(inside.any(dim=1).float().mean())
