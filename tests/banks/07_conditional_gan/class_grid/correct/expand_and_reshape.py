def class_grid(generator, z, classes):
    n, dim = z.shape
    many = z.expand(classes, n, dim).reshape(classes * n, dim)
    labels = torch.arange(classes)[:, None].expand(classes, n).reshape(-1)
    was_training = generator.training
    generator.eval()
    with torch.no_grad():
        images = generator(many, labels)
    generator.train(was_training)
    return images
