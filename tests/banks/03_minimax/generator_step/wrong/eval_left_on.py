# misconception: left_in_eval
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    generator.eval()
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
