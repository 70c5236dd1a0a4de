def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    print("first z:", noise(1))
    z = noise(n)
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
