def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad()
    (value := loss(discriminator(generator(noise(n))))).backward()
    g_optimizer.step()
    return float(value)
