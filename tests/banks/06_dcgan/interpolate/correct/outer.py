def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps, dtype=z_start.dtype)
    return torch.outer(1 - t, z_start) + torch.outer(t, z_end)
