def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    real_logits = torch.cat([discriminator(x[None]) for x in real])
    fake_logits = torch.cat([discriminator(x[None]) for x in fake])
    value = loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
