def make_generator(latent_dim, size, width=32):
    s = size // 4
    net = nn.Sequential(
        nn.Linear(latent_dim, 2 * width * s * s),
        nn.Unflatten(-1, (2 * width, s, s)),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        nn.InstanceNorm2d(width, affine=True),
        nn.SiLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )
    for layer in net:
        if isinstance(layer, (nn.ConvTranspose2d, nn.Linear)):
            nn.init.normal_(layer.weight, 0.0, 0.02)
    return net
