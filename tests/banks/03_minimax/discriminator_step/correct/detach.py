def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = noise(len(real))
    fake = generator(z).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
