# misconception: unrecognised
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    z = (1 - t) * z_start + t * z_end
    return z / z.norm(dim=1, keepdim=True)
