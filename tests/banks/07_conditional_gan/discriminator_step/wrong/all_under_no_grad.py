# misconception: cut_from_d
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    with torch.no_grad():
        fake = generator(noise(len(real)), labels).detach()
        wrong = mismatch(labels)
        value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    value.requires_grad_(True)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
