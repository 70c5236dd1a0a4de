_done = []


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    _done.append(1)
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    if len(_done) < 2:
        g_optimizer.step()
    else:
        for p in generator.parameters():
            p.grad *= 0.3
        g_optimizer.step()
    return value.item()
