class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.nets = nn.ModuleList(
            nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
            for _ in range(classes)
        )

    def forward(self, z, y):
        all_of_them = torch.stack([net(z) for net in self.nets], dim=1)
        return torch.tanh(all_of_them[torch.arange(len(y)), y])


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
