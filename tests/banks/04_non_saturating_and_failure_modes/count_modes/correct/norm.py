def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=-1) <= 3 * std
    counts = inside.sum(0)
    return int((counts >= needed).sum()), int((counts > 0).sum()), float(inside.any(1).float().mean())
