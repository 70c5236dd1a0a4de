def make_generator(latent_dim, size, width=32):
    up = dict(kernel_size=5, stride=2, padding=2, output_padding=1)
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 4 * width, size // 4),
        nn.ReLU(),
        nn.ConvTranspose2d(4 * width, 2 * width, **up),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, 1, **up),
        nn.Tanh(),
    )
