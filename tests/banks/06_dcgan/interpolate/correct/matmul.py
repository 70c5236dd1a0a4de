def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return torch.cat([1 - t, t], dim=1) @ torch.stack([z_start, z_end])
