# misconception: overflow
def scale_pixels(pixels, highest):
    return 2 * pixels / highest - 1
