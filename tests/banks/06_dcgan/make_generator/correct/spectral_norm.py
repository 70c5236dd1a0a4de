def make_generator(latent_dim, size, width=32):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        sn(nn.ConvTranspose2d(latent_dim, 2 * width, size // 4)),
        nn.ReLU(),
        sn(nn.ConvTranspose2d(2 * width, width, 4, 2, 1)),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )
