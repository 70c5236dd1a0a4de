def interpolate(z_start, z_end, steps):
    points = []
    for i in range(steps):
        t = i / (steps - 1)
        points.append(z_start + t * (z_end - z_start))
    return torch.stack(points)
