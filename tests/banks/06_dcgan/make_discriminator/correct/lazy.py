def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.LazyConv2d(width, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.LazyConv2d(2 * width, 4, 2, 1, bias=False), nn.LazyBatchNorm2d(), nn.LeakyReLU(0.2),
        nn.LazyConv2d(1, size // 4), nn.Flatten(),
    )
