# misconception: repeated_output
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.o = o
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, 1))
    def forward(self, z):
        return self.net(z).expand(-1, self.o)
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)
