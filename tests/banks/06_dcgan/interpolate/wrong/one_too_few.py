# misconception: wrong_count
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps - 1)[:, None]
    return (1 - t) * z_start + t * z_end
