@torch.no_grad()
def class_grid(generator, z, classes):
    return torch.cat(
        [generator(z[j : j + 1], torch.tensor([k])) for k in range(classes) for j in range(len(z))]
    )
