class Judge(nn.Module):
    """The label's vector is multiplied into the image's features and both go on."""

    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU())
        self.code = nn.Embedding(classes, hidden)
        self.head = nn.Sequential(nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.head(self.body(x) * self.code(y))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
