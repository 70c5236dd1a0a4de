def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels).flatten()
    return nn.BCEWithLogitsLoss()(logits, torch.ones(len(labels)))
