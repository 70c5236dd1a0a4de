# misconception: left_frozen
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    for p in discriminator.parameters():
        p.requires_grad = False
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
