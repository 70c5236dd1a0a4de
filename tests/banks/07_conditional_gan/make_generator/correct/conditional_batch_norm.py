class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.first, self.second = nn.Linear(latent_dim, hidden), nn.Linear(hidden, hidden)
        self.norm = nn.BatchNorm1d(hidden, affine=False)
        self.scale, self.shift = nn.Embedding(classes, hidden), nn.Embedding(classes, hidden)
        self.last = nn.Linear(hidden, data_dim)

    def forward(self, z, y):
        h = self.norm(self.first(z))
        h = F.relu(self.scale(y) * h + self.shift(y))
        return self.last(F.relu(self.second(h))).tanh()


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
