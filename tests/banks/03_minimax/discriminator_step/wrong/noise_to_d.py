# misconception: ignores_generator
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(noise(len(real))))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
