# misconception: wrong_type
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).tolist()
