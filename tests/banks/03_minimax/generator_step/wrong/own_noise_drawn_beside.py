# misconception: ignores_noise
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = torch.randn_like(noise(n))
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
