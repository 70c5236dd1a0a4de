def class_grid(generator, z, classes):
    pairs = torch.cartesian_prod(torch.arange(classes), torch.arange(len(z)))
    with torch.no_grad():
        return generator(z[pairs[:, 1]], pairs[:, 0])
