# misconception: real_as_fake
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator(noise(len(real)))
    value = loss(discriminator(real), discriminator(real))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
