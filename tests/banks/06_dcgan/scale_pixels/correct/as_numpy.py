def scale_pixels(pixels, highest):
    array = pixels.numpy().astype("float32")
    return torch.from_numpy(array / highest * 2 - 1)
