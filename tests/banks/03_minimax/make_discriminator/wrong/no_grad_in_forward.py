# misconception: no_gradient
class Numb(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    @torch.no_grad()
    def forward(self, x):
        return self.net(x)


def make_discriminator(data_dim, hidden=64):
    return Numb(data_dim, 1, hidden)
