def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).data
    value = loss(discriminator(real), discriminator(fake))
    weights = list(discriminator.parameters())
    for w, slope in zip(weights, torch.autograd.grad(value, weights)):
        w.grad = slope
    d_optimizer.step()
    return value.item()
