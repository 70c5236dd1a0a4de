class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 12)
        norm = torch.nn.utils.parametrizations.spectral_norm
        self.net = nn.Sequential(
            norm(nn.Linear(data_dim + 12, hidden)), nn.LeakyReLU(0.1), nn.Linear(hidden, 1)
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
