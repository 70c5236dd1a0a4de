# misconception: label_as_number
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 1, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, y[:, None] / self.classes], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
