def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    captured = touched = 0
    for k in range(min(8, len(modes))):
        captured += int(inside[:, k].sum() >= needed)
        touched += int(inside[:, k].any())
    return captured, touched, int(inside.any(dim=1).sum()) / 2500
