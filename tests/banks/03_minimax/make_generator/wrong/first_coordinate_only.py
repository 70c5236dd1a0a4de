# misconception: ignores_part_of_input
class S(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(1, h), nn.ReLU(), nn.Linear(h, o))
    def forward(self, z):
        return self.net(z[:, :1])
def make_generator(latent_dim, data_dim, hidden=64):
    return S(latent_dim, data_dim, hidden)
