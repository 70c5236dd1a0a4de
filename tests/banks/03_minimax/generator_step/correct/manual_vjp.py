def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = generator(noise(n))
    leaf = x.detach().requires_grad_()
    value = loss(discriminator(leaf))
    (slope,) = torch.autograd.grad(value, leaf)
    g_optimizer.zero_grad()
    x.backward(slope)
    g_optimizer.step()
    return value.item()
