# misconception: end_missing
def interpolate(z_start, z_end, steps):
    return z_start.repeat(steps, 1)
