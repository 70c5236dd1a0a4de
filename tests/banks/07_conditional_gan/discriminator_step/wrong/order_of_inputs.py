# misconception: raises
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(labels, real), discriminator(labels, fake), discriminator(wrong, real))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
