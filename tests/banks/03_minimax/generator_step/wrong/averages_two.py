def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = 0.5 * (loss(discriminator(generator(noise(n)))) + loss(discriminator(generator(noise(n)))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
