# misconception: bounded
class S(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o))
    def forward(self, z):
        x = self.net(z)
        return (x - x.mean(0)) / (x.std(0, unbiased=False) + 1e-5) if len(x) > 1 else x
def make_generator(latent_dim, data_dim, hidden=64):
    return S(latent_dim, data_dim, hidden)
