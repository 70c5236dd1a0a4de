def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    for p in generator.parameters():
        p.requires_grad_(False)
    fake = generator(noise(len(real)))
    for p in generator.parameters():
        p.requires_grad_(True)
    value = loss(real_logits=discriminator(real), fake_logits=discriminator(fake))
    discriminator.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.tolist()
