# misconception: keeps_graph
def class_grid(generator, z, classes):
    return generator(z.repeat(classes, 1), torch.arange(classes).repeat_interleave(len(z)))
