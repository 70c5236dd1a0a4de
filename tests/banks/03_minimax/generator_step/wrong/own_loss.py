# misconception: ignores_loss
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = F.softplus(-discriminator(generator(noise(n)))).mean()
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
