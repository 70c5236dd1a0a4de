class Quad(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.bi, self.out = nn.Bilinear(d, d, h), nn.Linear(h, 1)
    def forward(self, x):
        return self.out(F.relu(self.bi(x, x)))
def make_discriminator(data_dim, hidden=64):
    return Quad(data_dim, hidden)
