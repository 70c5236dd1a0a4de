# misconception: ignores_noise
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(torch.randn(n, 3))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
