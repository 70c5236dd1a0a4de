def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    return torch.lerp(z_start.expand(steps, -1), z_end.expand(steps, -1), t)
