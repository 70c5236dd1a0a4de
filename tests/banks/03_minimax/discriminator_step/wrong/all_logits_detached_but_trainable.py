# misconception: cut_from_d
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    a, b = discriminator(real).detach(), discriminator(fake).detach()
    value = loss(a, b).requires_grad_()
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
