def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    generator.train()
    discriminator.train()
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward(inputs=list(generator.parameters()))
    g_optimizer.step()
    return value.item()
