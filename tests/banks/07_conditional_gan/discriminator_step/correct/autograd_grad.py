def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).data
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    weights = list(discriminator.parameters())
    for w, slope in zip(weights, torch.autograd.grad(value, weights)):
        w.grad = slope
    d_optimizer.step()
    return value.item()
