# misconception: one_z
def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        return generator(z[:1].repeat(len(labels), 1), labels)
