# misconception: wrong_shape
def class_grid(generator, z, classes):
    rows = [generator(z, torch.full((len(z),), k)).detach() for k in range(classes)]
    return torch.stack(rows, dim=1)
