# misconception: one_sign
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1)).abs()


def make_discriminator(size, width=32):
    return Discriminator(size, width)
