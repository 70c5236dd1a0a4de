def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad()
    discriminator.zero_grad()
    value.backward()
    g_optimizer.step()
    discriminator.zero_grad()
    return value.item()
