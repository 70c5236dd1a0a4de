# misconception: ignores_generator
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(real, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
