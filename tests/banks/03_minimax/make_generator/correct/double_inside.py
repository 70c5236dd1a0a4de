class Wide(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o)).double()
    def forward(self, z):
        return self.net(z.double()).float()
def make_generator(latent_dim, data_dim, hidden=64):
    return Wide(latent_dim, data_dim, hidden)
