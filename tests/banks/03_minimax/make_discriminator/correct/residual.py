class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, width))

    def forward(self, h):
        return h + self.inner(h)


class Residual(nn.Sequential):
    def __init__(self, wide, out, hidden):
        super().__init__(nn.Linear(wide, hidden), Block(hidden), Block(hidden), nn.ReLU(), nn.Linear(hidden, out))


def make_discriminator(data_dim, hidden=64):
    return Residual(data_dim, 1, hidden)
