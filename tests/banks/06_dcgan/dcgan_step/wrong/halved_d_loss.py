# misconception: scaled_loss
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    (d_value / 2).backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()
