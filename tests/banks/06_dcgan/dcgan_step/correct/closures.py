def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    def closure():
        d_optimizer.zero_grad(); l = d_loss(discriminator(real), discriminator(generator(noise(len(real))).detach())); l.backward(); return l
    a = d_optimizer.step(closure)
    def closure2():
        g_optimizer.zero_grad(); l = g_loss(discriminator(generator(noise(len(real))))); l.backward(); return l
    b = g_optimizer.step(closure2)
    return a.item(), b.item()
