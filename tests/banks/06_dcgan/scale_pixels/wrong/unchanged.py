# misconception: unrecognised
def scale_pixels(pixels, highest):
    return pixels.float()
