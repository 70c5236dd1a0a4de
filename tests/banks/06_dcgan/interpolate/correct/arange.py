def interpolate(z_start, z_end, steps):
    t = torch.arange(steps).reshape(steps, 1) / (steps - 1)
    return z_start * (1 - t) + z_end * t
