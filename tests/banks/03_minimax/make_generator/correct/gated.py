class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.a, self.g, self.out = nn.Linear(i, h), nn.Linear(i, h), nn.Linear(h, o)
    def forward(self, z):
        return self.out(self.a(z) * torch.sigmoid(self.g(z)))
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)
