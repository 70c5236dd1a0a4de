# misconception: unrecognised
def interpolate(z_start, z_end, steps):
    t = torch.rand(steps, 1).sort(dim=0).values
    return (1 - t) * z_start + t * z_end
