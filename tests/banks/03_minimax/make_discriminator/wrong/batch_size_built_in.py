# misconception: batch_size_built_in
class Fixed(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.out = out
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        x = x[:16] if len(x) > 16 else x
        return self.net(x)


def make_discriminator(data_dim, hidden=64):
    return Fixed(data_dim, 1, hidden)
