# misconception: unit_range
def scale_pixels(pixels, highest):
    return pixels.float() / highest
