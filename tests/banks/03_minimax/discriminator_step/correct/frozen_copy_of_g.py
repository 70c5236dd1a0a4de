def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    still = copy.deepcopy(generator).eval().requires_grad_(False)
    fake = still(noise(len(real)))
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
