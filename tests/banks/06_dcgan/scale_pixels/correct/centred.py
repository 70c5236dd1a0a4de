def scale_pixels(pixels, highest):
    half = highest / 2
    return (pixels - half) / half
