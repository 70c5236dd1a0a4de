# misconception: probabilities_given
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    logits = [discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong)]
    value = loss(*[torch.sigmoid(a) for a in logits])
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
