# misconception: wrong_classes
def class_grid(generator, z, classes):
    images = []
    for k in range(classes):
        with torch.no_grad():
            images.append(generator(z, torch.full((len(z),), k)))
        return torch.cat(images)
