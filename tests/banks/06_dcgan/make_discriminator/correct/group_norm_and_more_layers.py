def make_discriminator(size, width=32):
    layers, channels = [nn.Conv2d(1, width, 3, 1, 1), nn.SiLU()], width
    for _ in range(2):
        layers += [nn.Conv2d(channels, 2 * channels, 4, 2, 1), nn.GroupNorm(1, 2 * channels), nn.SiLU()]
        channels *= 2
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels * (size // 4) ** 2, 1))
