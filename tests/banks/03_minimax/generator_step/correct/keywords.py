def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad(set_to_none=False)
    value = loss(fake_logits=discriminator(generator(noise(n=n))))
    value.backward()
    g_optimizer.step()
    return float(value)
