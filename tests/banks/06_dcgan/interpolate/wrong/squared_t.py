# misconception: not_straight
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None] ** 2
    return (1 - t) * z_start + t * z_end
