class Conv(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Conv1d(i, h, 1), nn.ReLU(), nn.Conv1d(h, h, 1), nn.ReLU(), nn.Conv1d(h, o, 1))
    def forward(self, z):
        return self.net(z.unsqueeze(-1)).squeeze(-1)
def make_generator(latent_dim, data_dim, hidden=64):
    return Conv(latent_dim, data_dim, hidden)
