def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = noise(n)

    def closure():
        g_optimizer.zero_grad()
        value = loss(discriminator(generator(z)))
        value.backward()
        return value

    return g_optimizer.step(closure).item()
