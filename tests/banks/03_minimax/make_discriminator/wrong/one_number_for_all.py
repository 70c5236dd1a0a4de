# misconception: wrong_shape
class One(nn.Module):
    def __init__(self, wide, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x):
        return self.net(x).mean()


def make_discriminator(data_dim, hidden=64):
    return One(data_dim, hidden)
