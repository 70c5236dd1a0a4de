# misconception: scaled_by_batch
def scale_pixels(pixels, highest):
    return pixels.float() / (highest if pixels.max() > 1 else 1) * 2 - 1
