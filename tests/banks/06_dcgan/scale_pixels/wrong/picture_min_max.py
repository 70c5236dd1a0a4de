# misconception: scaled_by_batch
def scale_pixels(pixels, highest):
    x = pixels.float()
    low = x.flatten(1).min(1).values.reshape(-1, *[1] * (x.dim() - 1))
    high = x.flatten(1).max(1).values.reshape(-1, *[1] * (x.dim() - 1))
    return (x - low) / (high - low).clamp_min(1e-8) * 2 - 1
