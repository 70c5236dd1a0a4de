# misconception: not_registered
class Hidden(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.layers = [nn.Linear(wide, hidden), nn.Linear(hidden, hidden)]
        self.last = nn.Linear(hidden, out)

    def forward(self, x):
        for layer in self.layers:
            x = F.relu(layer(x))
        return self.last(x)


def make_discriminator(data_dim, hidden=64):
    return Hidden(data_dim, 1, hidden)
