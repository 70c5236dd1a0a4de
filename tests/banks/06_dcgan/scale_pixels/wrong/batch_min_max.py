# misconception: scaled_by_batch
def scale_pixels(pixels, highest):
    x = pixels.float()
    return (x - x.min()) / (x.max() - x.min()) * 2 - 1
