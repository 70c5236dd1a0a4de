# misconception: wrong_return
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = noise(n)
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return loss(discriminator(generator(z))).item()
