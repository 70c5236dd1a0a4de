def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = noise(n)
    x = generator(z)
    logits = discriminator(x)
    value = loss(logits)
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
