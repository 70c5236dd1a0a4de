# misconception: ignores_generator
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = noise(len(real))[:, : real.shape[1]]
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
