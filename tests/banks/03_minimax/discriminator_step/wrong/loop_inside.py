# misconception: two_steps
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    for _ in range(2):
        value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
        d_optimizer.zero_grad()
        value.backward()
        d_optimizer.step()
    return value.item()
