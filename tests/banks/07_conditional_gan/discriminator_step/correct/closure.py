def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake, wrong = generator(noise(len(real)), labels).detach(), mismatch(labels)

    def closure():
        d_optimizer.zero_grad()
        value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
        value.backward()
        return value

    return d_optimizer.step(closure).item()
