def make_generator(latent_dim, size, width=32):
    start = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * start * start, bias=False),
        nn.Unflatten(1, (2 * width, start, start)),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(inplace=True),
        nn.Upsample(scale_factor=2, mode="nearest"),
        nn.Conv2d(2 * width, width, 3, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(inplace=True),
        nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False),
        nn.Conv2d(width, 1, 3, padding=1),
        nn.Tanh(),
    )
