# misconception: wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = noise(len(real))
    value = loss(discriminator(real), discriminator(generator(z).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return loss(discriminator(real), discriminator(generator(z).detach())).item()
