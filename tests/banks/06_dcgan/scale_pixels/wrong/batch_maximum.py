# misconception: scaled_by_batch
def scale_pixels(pixels, highest):
    return pixels.float() / pixels.max() * 2 - 1
