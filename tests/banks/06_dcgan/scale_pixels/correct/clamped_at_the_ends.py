def scale_pixels(pixels, highest):
    return (pixels.float() / highest * 2 - 1).clamp(-1, 1)
