# misconception: wrong_radius
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())
