# misconception: t_per_coordinate
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, len(z_start))
    return ((1 - t) * z_start + t * z_end).repeat(steps, 1)
