# misconception: whole_numbers
def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).to(pixels.dtype)
