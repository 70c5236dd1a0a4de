class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.mix = nn.Bilinear(latent_dim, classes, hidden)
        self.classes, self.last = classes, nn.Linear(hidden, data_dim)

    def forward(self, z, y):
        return self.last(F.silu(self.mix(z, F.one_hot(y, self.classes).float()))).tanh()


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
