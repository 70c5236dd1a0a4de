def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    n = len(real)
    z = torch.cat([noise(n // 2), noise(n - n // 2)])
    fake = generator(z).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
