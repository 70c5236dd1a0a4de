def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = torch.cat([generator(noise(1)) for _ in range(n)])
    value = loss(discriminator(x))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
