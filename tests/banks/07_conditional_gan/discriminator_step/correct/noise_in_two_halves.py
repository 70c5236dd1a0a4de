def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    half = len(real) // 2
    z = torch.cat([noise(half), noise(len(real) - half)])
    fake = generator(z, labels).detach()
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
