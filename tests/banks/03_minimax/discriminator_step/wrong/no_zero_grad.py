# misconception: stale_gradients
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value.backward()
    d_optimizer.step()
    return value.item()
