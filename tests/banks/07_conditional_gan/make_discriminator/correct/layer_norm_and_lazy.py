class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 4)
        self.net = nn.Sequential(nn.LazyLinear(hidden), nn.LayerNorm(hidden), nn.SiLU(), nn.LazyLinear(1))

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
