def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    z_g, z_d = noise(real.size(0)), noise(real.size(0))
    fake = generator(z_d)
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(z_g)))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()
