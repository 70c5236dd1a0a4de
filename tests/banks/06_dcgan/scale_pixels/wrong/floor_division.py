# misconception: whole_numbers
def scale_pixels(pixels, highest):
    return (pixels // highest * 2 - 1).float()
