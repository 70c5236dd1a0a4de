# misconception: wrong_type
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    walk = (1 - t) * z_start + t * z_end
