class Scaled(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.Softplus(), nn.Linear(hidden, out))
        self.scale = nn.Parameter(torch.ones(out))
        self.register_buffer("shift", torch.zeros(out))

    def forward(self, z):
        return self.net(z) * self.scale + self.shift


def make_generator(latent_dim, data_dim, hidden=64):
    return Scaled(latent_dim, data_dim, hidden)
