# misconception: ignores_loss
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = F.softplus(-discriminator(fake)).mean()
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()
