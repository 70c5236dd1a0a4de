def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    judge = copy.deepcopy(discriminator)
    value = loss(judge(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
