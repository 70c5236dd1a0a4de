# misconception: wrong_count
def interpolate(z_start, z_end, steps):
    return torch.stack([z_start, z_end])
