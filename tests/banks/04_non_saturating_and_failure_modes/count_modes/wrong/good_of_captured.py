# misconception: good_of_captured_only
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    share = n[n >= needed].sum() / len(samples)
    return int((n >= needed).sum()), int((n > 0).sum()), float(share)
