class D(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.one, self.two, self.scale = nn.Linear(d, h), nn.Linear(h, 1), nn.Parameter(torch.ones(1))
    def forward(self, x):
        return self.two(torch.cos(self.one(x))) * self.scale
def make_discriminator(data_dim, hidden=64):
    return D(data_dim, hidden)
