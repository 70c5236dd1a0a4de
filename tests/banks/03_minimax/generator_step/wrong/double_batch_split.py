def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    logits = discriminator(generator(noise(2 * n)))
    value = (loss(logits[:n]) + loss(logits[n:])) / 2
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
