def class_grid(generator, z, classes):
    rows = []
    for k in range(classes):
        with torch.no_grad():
            rows.append(generator(z, torch.full((len(z),), k)))
    return torch.cat(rows)
