# misconception: wrong_count
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(real.shape[1])).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
