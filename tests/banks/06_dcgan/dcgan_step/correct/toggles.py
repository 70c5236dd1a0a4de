def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    n = real.shape[0]
    for p in generator.parameters(): p.requires_grad_(False)
    fake = generator(noise(n))
    d_optimizer.zero_grad(); l = d_loss(discriminator(real), discriminator(fake)); l.backward(); d_optimizer.step()
    for p in generator.parameters(): p.requires_grad_(True)
    for p in discriminator.parameters(): p.requires_grad_(False)
    g_optimizer.zero_grad(); m = g_loss(discriminator(generator(noise(n)))); m.backward(); g_optimizer.step()
    for p in discriminator.parameters(): p.requires_grad_(True)
    return float(l), float(m)
