# misconception: unrecognised
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(generator.parameters(), 0.1)
    g_optimizer.step()
    return value.item()
