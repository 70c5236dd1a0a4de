# misconception: raises
def class_grid(generator, z, classes):
    labels = torch.linspace(0, classes - 1, classes * len(z))
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)
