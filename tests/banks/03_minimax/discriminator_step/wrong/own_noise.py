# misconception: ignores_noise
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = torch.randn(len(real), 3)
    value = loss(discriminator(real), discriminator(generator(z).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
