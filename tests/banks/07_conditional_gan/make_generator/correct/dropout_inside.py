class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.code = nn.Embedding(classes, 6)
        self.layers = nn.Sequential(
            nn.Linear(latent_dim + 6, hidden),
            nn.ReLU(),
            nn.Dropout(0.1),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.layers(torch.cat([self.code(y), z], -1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
