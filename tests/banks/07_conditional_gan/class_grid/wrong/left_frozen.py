# misconception: left_frozen
def class_grid(generator, z, classes):
    generator.requires_grad_(False)
    return generator(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))
