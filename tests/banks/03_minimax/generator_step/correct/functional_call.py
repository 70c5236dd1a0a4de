def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    from torch.func import functional_call

    constant = {name: p.detach() for name, p in discriminator.named_parameters()}
    value = loss(functional_call(discriminator, constant, (generator(noise(n)),)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()
