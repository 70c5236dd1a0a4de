class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, hidden), nn.Tanh()
        )
        self.heads = nn.Linear(hidden, classes)
        self.shared = nn.Linear(hidden, 1)

    def forward(self, x, y):
        h = self.body(x)
        return self.shared(h)[:, 0] + self.heads(h)[torch.arange(len(y)), y]


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
