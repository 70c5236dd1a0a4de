# misconception: unrecognised
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(discriminator.parameters(), 0.1)
    d_optimizer.step()
    return value.item()
