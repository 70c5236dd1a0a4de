def class_grid(generator, z, classes):
    i = torch.arange(classes * len(z))
    with torch.inference_mode():
        images = generator(z[i % len(z)], i // len(z))
    return images.clone()
