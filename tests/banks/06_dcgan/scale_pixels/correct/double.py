def scale_pixels(pixels, highest):
    return 2.0 * pixels.to(torch.float64) / highest - 1.0
