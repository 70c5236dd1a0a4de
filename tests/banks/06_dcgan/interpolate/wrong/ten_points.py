# misconception: fixed_steps
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, 10)[:, None]
    return (1 - t) * z_start + t * z_end
