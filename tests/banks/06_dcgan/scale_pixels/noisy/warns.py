import warnings


def scale_pixels(pixels, highest):
    if pixels.dtype != torch.float32:
        warnings.warn(f"{pixels.dtype} -> float32")
    return pixels.to(torch.float32).mul(2 / highest).sub(1)
