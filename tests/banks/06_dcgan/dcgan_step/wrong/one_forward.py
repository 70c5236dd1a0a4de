# misconception: one_loss_for_both
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    fl = discriminator(fake)
    a = d_loss(discriminator(real), fl)
    d_optimizer.zero_grad(); g_optimizer.zero_grad(); a.backward(retain_graph=True)
    b = g_loss(fl)
    g_optimizer.zero_grad(); b.backward(); d_optimizer.step(); g_optimizer.step()
    return a.item(), b.item()
