class Up(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.short = nn.Conv2d(before, after, 1)
        self.long = nn.Sequential(nn.BatchNorm2d(before), nn.ReLU(), nn.Conv2d(before, after, 3, 1, 1))

    def forward(self, x):
        x = F.interpolate(x, scale_factor=2)
        return self.short(x) + self.long(x)


def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * s * s), nn.Unflatten(1, (2 * width, s, s)),
        Up(2 * width, width), Up(width, width), nn.ReLU(), nn.Conv2d(width, 1, 3, padding=1), nn.Tanh(),
    )
