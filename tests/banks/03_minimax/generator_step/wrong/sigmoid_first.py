# misconception: probabilities_given
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(torch.sigmoid(discriminator(generator(noise(n)))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
