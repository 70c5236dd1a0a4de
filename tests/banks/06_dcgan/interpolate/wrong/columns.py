# misconception: wrong_axis
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)
    return torch.stack([(1 - s) * z_start + s * z_end for s in t], dim=1)
