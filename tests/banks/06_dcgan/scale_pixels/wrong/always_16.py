# misconception: highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / 16 * 2 - 1
