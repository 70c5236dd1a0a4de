def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    value = loss(
        mismatched_logits=discriminator(real, mismatch(labels)),
        fake_logits=discriminator(fake, labels),
        matched_logits=discriminator(real, labels),
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
