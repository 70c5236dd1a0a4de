def scale_pixels(pixels, highest):
    return torch.sub(torch.mul(torch.true_divide(pixels, highest), 2), 1)
