# misconception: stale_noise
_z = None


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    global _z
    if _z is None or len(_z) < len(real):
        _z = noise(100)
    fake = generator(_z[: len(real)]).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
