def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake_logits = discriminator(generator(noise(len(real))).detach())
    real_logits = discriminator(real)
    value = loss(fake_logits=fake_logits, real_logits=real_logits)
    for p in discriminator.parameters():
        p.grad = None
    value.backward()
    d_optimizer.step()
    d_optimizer.zero_grad()
    return value.item()
