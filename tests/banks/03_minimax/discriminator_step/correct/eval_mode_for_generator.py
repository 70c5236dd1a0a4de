def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator.eval()
    with torch.no_grad():
        fake = generator(noise(len(real)))
    generator.train()
    discriminator.train()
    d_optimizer.zero_grad()
    value = loss(discriminator(real), discriminator(fake))
    value.backward()
    d_optimizer.step()
    return value.item()
