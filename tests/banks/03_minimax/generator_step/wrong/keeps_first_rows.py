# misconception: stale_noise
_drawn = []


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    _drawn.append(noise(n))
    z = torch.cat(_drawn)[:n]
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
