# misconception: rows_coupled
class Relative(nn.Module):
    def __init__(self, wide, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x):
        a = self.net(x)
        return a - a.mean(dim=0, keepdim=True)


def make_discriminator(data_dim, hidden=64):
    return Relative(data_dim, hidden)
