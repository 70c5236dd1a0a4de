# misconception: end_missing
def interpolate(z_start, z_end, steps):
    t = torch.arange(steps)[:, None] / steps
    return (1 - t) * z_start + t * z_end
