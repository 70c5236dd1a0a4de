# misconception: no_gradient
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.layers = [nn.Linear(latent_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()]
        self.table.requires_grad_(False)

    def forward(self, z, y):
        h = torch.cat([z, self.table(y)], 1)
        for layer in self.layers:
            h = layer(h)
        return h


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
