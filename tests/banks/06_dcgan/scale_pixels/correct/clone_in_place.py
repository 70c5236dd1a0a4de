def scale_pixels(pixels, highest):
    x = pixels.clone().float()
    x /= highest
    x *= 2
    x -= 1
    return x
