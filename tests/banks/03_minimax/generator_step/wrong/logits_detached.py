# misconception: cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    logits = discriminator(generator(noise(n))).detach()
    value = loss(logits)
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
