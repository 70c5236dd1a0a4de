# misconception: unrecognised
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    for p in list(generator.parameters())[:2]:
        p.grad = None
    g_optimizer.step()
    return value.item()
