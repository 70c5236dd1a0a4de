# misconception: wrong_classes
def class_grid(generator, z, classes):
    labels = torch.arange(1, classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat(classes - 1, 1), labels)
