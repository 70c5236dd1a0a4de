# misconception: highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / (highest + 1) * 2 - 1
