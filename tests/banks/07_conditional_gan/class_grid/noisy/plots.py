import matplotlib.pyplot as plt


def class_grid(generator, z, classes):
    labels = torch.arange(classes).repeat_interleave(len(z))
    with torch.no_grad():
        bilder = generator(z.repeat(classes, 1), labels)
    plt.plot(labels.numpy())
    plt.close()
    print("grid", tuple(bilder.shape))
    return bilder
