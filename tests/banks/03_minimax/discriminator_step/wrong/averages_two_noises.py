def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    one = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    two = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value = (one + two) / 2
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
