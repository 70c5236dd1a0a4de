def make_discriminator(size, width=32):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(
        sn(nn.Conv2d(1, width, 4, 2, 1)), nn.LeakyReLU(0.1),
        sn(nn.Conv2d(width, 2 * width, 4, 2, 1)), nn.LeakyReLU(0.1),
        sn(nn.Conv2d(2 * width, 1, size // 4)), nn.Flatten(),
    )
