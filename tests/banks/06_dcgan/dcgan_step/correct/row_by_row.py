def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    z = torch.cat([noise(1) for _ in real])
    fake = generator(z)
    a = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad(); a.backward(); d_optimizer.step()
    b = g_loss(discriminator(fake)); g_optimizer.zero_grad(); b.backward(); g_optimizer.step()
    return a.detach().numpy().item(), b.detach().cpu().tolist()
