def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    with torch.no_grad():
        fake = generator(noise(real.shape[0]), labels)
    d_optimizer.zero_grad(set_to_none=False)
    matched = discriminator(real, labels)
    faked = discriminator(fake, labels)
    mismatched = discriminator(real, mismatch(labels))
    value = loss(matched, faked, mismatched)
    value.backward()
    d_optimizer.step()
    return float(value)
