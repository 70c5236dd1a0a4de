# misconception: not_shifted
def scale_pixels(pixels, highest):
    return pixels.float() * 2 - 1
