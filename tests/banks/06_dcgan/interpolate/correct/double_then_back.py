def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps).double().view(-1, 1)
    z = z_start.double() + t * (z_end - z_start).double()
    return z.to(z_start.dtype)
