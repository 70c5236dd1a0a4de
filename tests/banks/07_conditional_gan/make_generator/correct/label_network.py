class Painter(nn.Module):
    """Mirza and Osindero's way: each input has a hidden layer of its own before they meet."""

    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.of_z = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU())
        self.of_y = nn.Sequential(nn.Linear(classes, hidden), nn.ReLU())
        self.joint = nn.Sequential(
            nn.Linear(2 * hidden, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        code = F.one_hot(y, self.classes).float()
        return self.joint(torch.cat([self.of_z(z), self.of_y(code)], dim=1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
