# misconception: box_not_circle
def count_modes(samples, modes, std, needed=20):
    inside = ((samples[:, None] - modes).abs() <= 3 * std).all(dim=2)
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())
