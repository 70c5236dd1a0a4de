def scale_pixels(pixels, highest):
    t = pixels.to(torch.float32) / highest
    return torch.lerp(torch.full_like(t, -1.0), torch.full_like(t, 1.0), t)
