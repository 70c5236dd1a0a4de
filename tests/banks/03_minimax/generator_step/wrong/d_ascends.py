# misconception: other_player_moved
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    discriminator.zero_grad()
    value.backward()
    g_optimizer.step()
    with torch.no_grad():
        for p in discriminator.parameters():
            p -= 1e-5 * p.grad
    return value.item()
