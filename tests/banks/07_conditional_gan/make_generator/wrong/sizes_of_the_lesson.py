# misconception: sizes_ignored
class Painter(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(10, 16)
        self.net = nn.Sequential(nn.Linear(32, 256), nn.ReLU(), nn.Linear(256, 256), nn.Tanh())

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter()
