def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    m = len(real)
    with torch.inference_mode(False), torch.no_grad():
        fake = generator(noise(m))
    logits = discriminator(torch.cat([real, fake], dim=0))
    real_logits, fake_logits = logits.split([m, m])
    value = loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
