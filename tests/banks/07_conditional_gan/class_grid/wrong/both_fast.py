# misconception: both_repeated_alike
def class_grid(generator, z, classes):
    with torch.no_grad():
        return generator(z.repeat(classes, 1), torch.arange(classes).repeat(len(z)))
