def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    d_optimizer.zero_grad()
    fake = generator(noise(len(real)), labels)
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    value.backward()
    d_optimizer.step()
    return value.detach().item()
