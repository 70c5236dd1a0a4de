class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, latent_dim)
        widths = [2 * latent_dim, hidden, hidden, hidden, hidden, hidden]
        steps = []
        for before, after in zip(widths, widths[1:]):
            steps += [nn.Linear(before, after), nn.LeakyReLU(0.2)]
        self.steps = nn.Sequential(*steps, nn.Linear(hidden, data_dim))

    def forward(self, z, y):
        return torch.tanh(self.steps(torch.hstack([z, self.table(y)])))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
