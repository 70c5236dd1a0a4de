# misconception: not_shifted
def scale_pixels(pixels, highest):
    return (pixels.float() - 0.5) / 0.5
