def scale_pixels(pixels, highest):
    return pixels / highest * 2 - 1
