# misconception: wrong_classes
def class_grid(generator, z, classes):
    labels = torch.zeros(classes * len(z), dtype=torch.long)
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)
