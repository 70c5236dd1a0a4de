# misconception: scaled_loss
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    value = 0.5 * value
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
