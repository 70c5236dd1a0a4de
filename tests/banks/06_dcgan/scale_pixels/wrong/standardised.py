# misconception: scaled_by_batch
def scale_pixels(pixels, highest):
    x = pixels.float()
    return (x - x.mean()) / x.std()
