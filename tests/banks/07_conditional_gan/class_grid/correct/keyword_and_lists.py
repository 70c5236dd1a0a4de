def class_grid(generator, z, classes):
    labels = torch.tensor([k for k in range(classes) for _ in z])
    noise = torch.stack([row for _ in range(classes) for row in z])
    return generator(noise, labels).data
