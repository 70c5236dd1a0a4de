def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    for _ in range(5):
        fake = generator(noise(len(real)))
        a = d_loss(discriminator(real), discriminator(fake.detach()))
        d_optimizer.zero_grad(); a.backward(); d_optimizer.step()
    b = g_loss(discriminator(fake)); g_optimizer.zero_grad(); b.backward(); g_optimizer.step()
    return a.item(), b.item()
