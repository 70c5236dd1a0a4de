# misconception: real_and_fake_in_one_batch
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    logits = discriminator(torch.cat([real, fake.detach()]))
    d_value = d_loss(logits[: len(real)], logits[len(real) :])
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()
