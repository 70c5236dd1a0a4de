# misconception: ignores_loss
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = (
        F.softplus(-discriminator(real, labels)).mean()
        + F.softplus(discriminator(fake, labels)).mean() / 2
        + F.softplus(discriminator(real, wrong)).mean() / 2
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
