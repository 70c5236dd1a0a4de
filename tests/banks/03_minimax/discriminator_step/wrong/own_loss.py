# misconception: ignores_loss
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    a, b = discriminator(real), discriminator(fake)
    value = F.softplus(-a).mean() + F.softplus(b).mean()
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
