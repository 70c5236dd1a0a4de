def scale_pixels(pixels, highest):
    x = pixels.float().div(highest)
    return x.sub(0.5).div(0.5)
