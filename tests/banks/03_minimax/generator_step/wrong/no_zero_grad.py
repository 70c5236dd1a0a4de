# misconception: stale_gradients
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    return value.item()
