# misconception: left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator.requires_grad_(False)
    value = loss(discriminator(real), discriminator(generator(noise(len(real)))))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
