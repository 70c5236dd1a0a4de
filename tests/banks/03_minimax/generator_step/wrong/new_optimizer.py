# misconception: new_optimizer
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=g_optimizer.param_groups[0]['lr'], momentum=0.9)
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
