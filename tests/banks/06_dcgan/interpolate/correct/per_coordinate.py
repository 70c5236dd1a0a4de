def interpolate(z_start, z_end, steps):
    columns = [torch.linspace(float(a), float(b), steps) for a, b in zip(z_start, z_end)]
    return torch.stack(columns, dim=1)
