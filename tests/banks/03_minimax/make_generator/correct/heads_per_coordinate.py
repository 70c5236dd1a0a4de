class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(i, h), nn.Mish(), nn.Linear(h, h), nn.Mish())
        self.heads = nn.ModuleDict({str(k): nn.Linear(h, 1) for k in range(o)})
    def forward(self, z):
        h = self.body(z)
        return torch.cat([head(h) for head in self.heads.values()], dim=-1)
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)
