def scale_pixels(pixels, highest):
    low, high = -1.0, 1.0
    return low + (high - low) * pixels.double() / float(highest)
