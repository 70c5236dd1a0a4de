def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    asked = torch.randint(0, int(labels.max()) + 1, labels.shape)
    fake = generator(noise(len(real)), asked).detach()
    value = loss(
        discriminator(real, labels), discriminator(fake, asked), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
