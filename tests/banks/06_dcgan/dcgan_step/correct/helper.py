def down(optimizer, value):
    optimizer.zero_grad(set_to_none=True)
    value.backward()
    optimizer.step()
    return float(value.detach())


def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    n = len(real)
    d = down(d_optimizer, d_loss(real_logits=discriminator(real), fake_logits=discriminator(generator(noise(n)).detach())))
    g = down(g_optimizer, g_loss(fake_logits=discriminator(generator(noise(n)))))
    return d, g
