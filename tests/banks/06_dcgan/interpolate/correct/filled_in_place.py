def interpolate(z_start, z_end, steps):
    z = torch.empty(steps, len(z_start))
    for i, t in enumerate(torch.linspace(0, 1, steps)):
        z[i] = (1 - t) * z_start + t * z_end
    return z
