def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.requires_grad_(False)
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad(set_to_none=False)
    value.backward()
    g_optimizer.step()
    discriminator.requires_grad_(True)
    return value.item()
