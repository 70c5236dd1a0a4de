# misconception: ignores_part_of_input
class D(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d - 1, h), nn.ReLU(), nn.Linear(h, 1))
    def forward(self, x):
        return self.net(x[:, 1:])
def make_discriminator(data_dim, hidden=64):
    return D(data_dim, hidden)
