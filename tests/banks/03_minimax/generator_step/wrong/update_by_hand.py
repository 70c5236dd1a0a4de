# misconception: new_optimizer
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in generator.parameters():
            p -= g_optimizer.param_groups[0]['lr'] * p.grad
    return value.item()
