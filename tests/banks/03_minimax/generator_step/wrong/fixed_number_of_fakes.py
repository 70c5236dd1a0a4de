# misconception: wrong_count
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(32))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
