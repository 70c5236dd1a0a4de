class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.LazyLinear(hidden), nn.LeakyReLU(0.2), nn.LazyLinear(data_dim), nn.Hardtanh()
        )

    def forward(self, z, y):
        return self.net(torch.cat([torch.eye(self.classes)[y], z], dim=1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
