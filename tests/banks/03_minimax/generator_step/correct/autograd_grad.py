def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    own = list(generator.parameters())
    for p, slope in zip(own, torch.autograd.grad(value, own)):
        p.grad = slope
    g_optimizer.step()
    return value.item()
