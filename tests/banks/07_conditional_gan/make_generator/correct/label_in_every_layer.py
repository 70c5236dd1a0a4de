class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.a = nn.Linear(latent_dim + classes, hidden)
        self.b = nn.Linear(hidden + classes, data_dim)

    def forward(self, z, y):
        code = F.one_hot(y, self.classes).to(z.dtype)
        h = F.elu(self.a(torch.cat([z, code], 1)))
        return torch.tanh(self.b(torch.cat([h, code], 1)))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
