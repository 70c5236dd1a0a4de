def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 5, 2, 2), nn.LeakyReLU(0.2), nn.Dropout(0.3),
        nn.Conv2d(width, 2 * width, 5, 2, 2), nn.LeakyReLU(0.2), nn.Dropout(0.3),
        nn.Flatten(), nn.LazyLinear(1),
    )
