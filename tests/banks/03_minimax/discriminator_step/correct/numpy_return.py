def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    import numpy as np
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return np.float32(value.item())
