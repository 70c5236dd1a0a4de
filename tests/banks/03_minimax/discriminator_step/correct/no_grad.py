def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fake = generator(noise(real.shape[0]))
    d_optimizer.zero_grad()
    value = loss(discriminator(real), discriminator(fake))
    value.backward()
    d_optimizer.step()
    return float(value)
