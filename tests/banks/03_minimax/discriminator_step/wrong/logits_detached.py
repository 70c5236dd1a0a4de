# misconception: one_sided
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake_logits = discriminator(generator(noise(len(real)))).detach()
    value = loss(discriminator(real), fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
