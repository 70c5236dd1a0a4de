# misconception: one_sided
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        real_logits = discriminator(real)
    fake_logits = discriminator(generator(noise(len(real))).detach())
    value = loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
