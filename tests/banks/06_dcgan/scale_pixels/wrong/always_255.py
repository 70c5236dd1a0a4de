# misconception: highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / 255 * 2 - 1
