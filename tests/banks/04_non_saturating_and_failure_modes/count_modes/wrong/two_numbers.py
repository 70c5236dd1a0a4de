# misconception: wrong_type
def count_modes(samples, modes, std, needed=20):
    n = ((samples[:, None] - modes).norm(dim=2) <= 3 * std).sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum())
