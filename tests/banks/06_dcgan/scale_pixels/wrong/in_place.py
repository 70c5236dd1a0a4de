# misconception: modifies_inputs
def scale_pixels(pixels, highest):
    x = pixels.float()
    x /= highest
    x *= 2
    x -= 1
    return x
