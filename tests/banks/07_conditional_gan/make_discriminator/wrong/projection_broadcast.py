# misconception: wrong_shape
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden))
        self.real, self.table = nn.Linear(hidden, 1), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h) + (self.table(y) * h).sum(1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
