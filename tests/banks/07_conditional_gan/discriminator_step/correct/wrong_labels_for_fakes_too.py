def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    wrong = mismatch(labels)
    fake = generator(noise(len(real)), wrong).detach()
    value = loss(discriminator(real, labels), discriminator(fake, wrong), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
