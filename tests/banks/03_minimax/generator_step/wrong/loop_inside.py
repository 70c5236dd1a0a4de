# misconception: two_steps
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    for _ in range(2):
        value = loss(discriminator(generator(noise(n))))
        g_optimizer.zero_grad()
        value.backward()
        g_optimizer.step()
    return value.item()
