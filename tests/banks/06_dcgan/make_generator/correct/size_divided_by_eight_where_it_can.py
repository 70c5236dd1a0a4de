def make_generator(latent_dim, size, width=32):
    doublings = 3 if size % 8 == 0 else 2
    channels = [width * 2**i for i in range(doublings)][::-1]
    layers = [nn.Unflatten(1, (latent_dim, 1, 1)), nn.ConvTranspose2d(latent_dim, channels[0], size // 2**doublings, bias=False)]
    for before, after in zip(channels, channels[1:]):
        layers += [nn.BatchNorm2d(before), nn.ReLU(), nn.ConvTranspose2d(before, after, 4, 2, 1, bias=False)]
    layers += [nn.BatchNorm2d(channels[-1]), nn.ReLU(), nn.ConvTranspose2d(channels[-1], 1, 4, 2, 1), nn.Tanh()]
    return nn.Sequential(*layers)
