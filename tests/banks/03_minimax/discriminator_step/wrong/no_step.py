# misconception: no_step
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    return value.item()
