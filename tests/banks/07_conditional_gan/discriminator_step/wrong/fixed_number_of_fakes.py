# misconception: wrong_count
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(4), labels[:4]).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels[:4]), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
