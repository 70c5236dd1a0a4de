# misconception: rows_coupled
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o))
    def forward(self, z):
        return self.net(z - z.mean(0))
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)
