# misconception: cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    fake = generator(noise(n)).detach()
    value = loss(discriminator(fake))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
