# misconception: only_real_conditioned
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    zero = torch.zeros_like(labels)
    fake = generator(noise(len(real)), zero).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, zero), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
