# misconception: wrong_classes
def class_grid(generator, z, classes):
    labels = torch.arange(classes - 1, -1, -1).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes, 1), labels)
