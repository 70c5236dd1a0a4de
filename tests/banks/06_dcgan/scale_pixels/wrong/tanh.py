# misconception: squashed
def scale_pixels(pixels, highest):
    return torch.tanh(pixels.float())
