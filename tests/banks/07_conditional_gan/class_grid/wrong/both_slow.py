# misconception: both_repeated_alike
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z.repeat_interleave(classes, 0), labels)
