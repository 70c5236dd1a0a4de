def interpolate(z_start, z_end, steps):
    t = torch.linspace(0.0, 1.0, steps)
    w = torch.stack([1 - t, t])
    return torch.einsum('ks,kd->sd', w, torch.stack([z_start, z_end]))
