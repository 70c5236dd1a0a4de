# misconception: no_gradient
class Cut(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(wide, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        h = F.relu(self.first(x)).detach()
        return self.last(h)


def make_generator(latent_dim, data_dim, hidden=64):
    return Cut(latent_dim, data_dim, hidden)
