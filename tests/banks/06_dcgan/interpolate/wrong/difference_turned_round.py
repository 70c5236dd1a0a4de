# misconception: weights_not_one
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return z_start + t * (z_start - z_end)
