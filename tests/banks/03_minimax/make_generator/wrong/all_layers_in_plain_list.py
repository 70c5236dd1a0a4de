# misconception: no_gradient
class Hidden(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.layers = [nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def make_generator(latent_dim, data_dim, hidden=64):
    return Hidden(latent_dim, data_dim, hidden)
