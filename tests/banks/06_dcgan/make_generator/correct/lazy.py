def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.LazyConvTranspose2d(2 * width, size // 4, bias=False),
        nn.LazyBatchNorm2d(),
        nn.ReLU(),
        nn.LazyConvTranspose2d(width, 4, 2, 1, bias=False),
        nn.LazyBatchNorm2d(),
        nn.ReLU(),
        nn.LazyConvTranspose2d(1, 4, 2, 1),
        nn.Tanh(),
    )
