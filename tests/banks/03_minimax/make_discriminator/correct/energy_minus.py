class Energy(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(d, h), nn.SELU(), nn.Linear(h, h), nn.SELU())
        self.w = nn.Parameter(torch.randn(h) / math.sqrt(h))
        self.b = nn.Parameter(torch.zeros(()))
    def forward(self, x):
        return torch.einsum("nh,h->n", self.enc(x), self.w) + self.b
def make_discriminator(data_dim, hidden=64):
    return Energy(data_dim, hidden)
