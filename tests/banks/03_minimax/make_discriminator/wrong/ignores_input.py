# misconception: ignores_input
class Deaf(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return self.net(torch.zeros_like(x))


def make_discriminator(data_dim, hidden=64):
    return Deaf(data_dim, 1, hidden)
