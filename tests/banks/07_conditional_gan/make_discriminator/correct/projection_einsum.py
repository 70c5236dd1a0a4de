class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, hidden))
        self.real, self.direction = (
            nn.Linear(hidden, 1, bias=False),
            nn.Parameter(torch.randn(classes, hidden) * 0.1),
        )

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h) + torch.einsum("nh,nh->n", self.direction[y], h)[:, None]


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
