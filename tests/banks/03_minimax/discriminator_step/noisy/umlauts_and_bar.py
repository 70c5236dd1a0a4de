import time

from tqdm import tqdm


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    for _ in tqdm(range(1)):
        größe = real.size(0)
        fälschung = generator(noise(größe)).detach()
        verlust = loss(discriminator(real), discriminator(fälschung))
        d_optimizer.zero_grad()
        verlust.backward()
        d_optimizer.step()
    time.sleep(0.02)
    return verlust.item()
