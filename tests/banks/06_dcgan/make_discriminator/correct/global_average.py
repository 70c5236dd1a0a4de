class D(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, width, 3, 2, 1), nn.ELU(),
            nn.Conv2d(width, 2 * width, 3, 2, 1, bias=False), nn.BatchNorm2d(2 * width), nn.ELU(),
            nn.Conv2d(2 * width, 4 * width, 3, 2, 1, bias=False), nn.BatchNorm2d(4 * width), nn.ELU(),
        )
        self.head = nn.Linear(4 * width, 1)

    def forward(self, x):
        return self.head(self.body(x).mean(dim=(2, 3)))[:, 0]


def make_discriminator(size, width=32):
    return D(width)
