# misconception: inverted
def scale_pixels(pixels, highest):
    return 1 - pixels.float() / highest * 2
