# misconception: real_as_fake
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake_logits = discriminator(generator(noise(len(real))).detach())
    value = loss(fake_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
