def interpolate(z_start, z_end, steps):
    t = torch.linspace(0, 1, steps)[:, None]
    for value in t.flatten().tolist():
        print(f"t = {value:.2f}")
    return (1 - t) * z_start + t * z_end
