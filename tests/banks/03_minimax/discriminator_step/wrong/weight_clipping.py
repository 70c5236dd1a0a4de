def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    with torch.no_grad():
        for p in discriminator.parameters():
            p.clamp_(-0.5, 0.5)
    return value.item()
