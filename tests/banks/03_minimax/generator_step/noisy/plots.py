import matplotlib.pyplot as plt


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    ζ = noise(n)
    χ = generator(ζ)
    fig = plt.figure(figsize=(1, 1))
    plt.scatter(*χ.detach().T[:2])
    plt.close(fig)
    ℓ = loss(discriminator(χ))
    g_optimizer.zero_grad()
    ℓ.backward()
    g_optimizer.step()
    return ℓ.item()
