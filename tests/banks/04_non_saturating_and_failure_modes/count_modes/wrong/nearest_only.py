# misconception: no_radius
def count_modes(samples, modes, std, needed=20):
    nearest = (samples[:, None] - modes).norm(dim=2).argmin(dim=1)
    n = torch.bincount(nearest, minlength=len(modes))
    return int((n >= needed).sum()), int((n > 0).sum()), 1.0
