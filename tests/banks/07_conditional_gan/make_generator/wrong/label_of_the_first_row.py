# misconception: label_of_another_row
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y[:1]).expand(len(z), -1)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
