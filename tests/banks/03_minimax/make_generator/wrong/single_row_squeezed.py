# misconception: batch_size_built_in
class Squeezed(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, z):
        return self.net(z).squeeze()


def make_generator(latent_dim, data_dim, hidden=64):
    return Squeezed(latent_dim, data_dim, hidden)
