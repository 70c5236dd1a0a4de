# misconception: no_step
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    return value.item()
