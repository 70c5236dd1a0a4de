# misconception: wrong_order
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    d_value = d_loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()
    return d_value.item(), g_value.item()
