class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(data_dim, hidden), nn.Linear(hidden, 1)
        self.scale, self.shift = nn.Embedding(classes, hidden), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        return self.last(F.leaky_relu(self.scale(y) * self.first(x) + self.shift(y), 0.2)).flatten()


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
