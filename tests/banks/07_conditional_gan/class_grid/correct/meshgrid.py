def class_grid(generator, z, classes):
    k, j = torch.meshgrid(torch.arange(classes), torch.arange(len(z)), indexing="ij")
    return generator(z[j.flatten()], k.flatten()).detach()
