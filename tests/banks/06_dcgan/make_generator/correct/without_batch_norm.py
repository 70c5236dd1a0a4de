def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * s * s),
        nn.Unflatten(1, (2 * width, s, s)),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )
