# misconception: not_a_tensor
def interpolate(z_start, z_end, steps):
    return [z_start + t * (z_end - z_start) for t in torch.linspace(0, 1, steps)]
