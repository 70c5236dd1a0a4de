# misconception: wrong_type
def class_grid(generator, z, classes):
    return [generator(z, torch.full((len(z),), k)).detach() for k in range(classes)]
