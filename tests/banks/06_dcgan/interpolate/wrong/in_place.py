# misconception: modifies_inputs
def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    z_end -= z_start
    return z_start + t * z_end
