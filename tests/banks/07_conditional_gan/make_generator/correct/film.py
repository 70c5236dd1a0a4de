class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(latent_dim, hidden), nn.Linear(hidden, data_dim)
        self.scale, self.shift = nn.Embedding(classes, hidden), nn.Embedding(classes, hidden)

    def forward(self, z, y):
        h = torch.relu(self.scale(y) * self.first(z) + self.shift(y))
        return self.last(h).tanh()


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
