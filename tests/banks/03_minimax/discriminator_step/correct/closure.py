def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()

    def closure():
        d_optimizer.zero_grad()
        value = loss(discriminator(real), discriminator(fake))
        value.backward()
        return value

    return d_optimizer.step(closure).item()
