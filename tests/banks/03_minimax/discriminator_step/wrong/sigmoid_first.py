# misconception: probabilities_given
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real).sigmoid(), discriminator(fake).sigmoid())
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
