# misconception: highest_ignored
def scale_pixels(pixels, highest):
    return pixels.float() / 127.5 - 1
