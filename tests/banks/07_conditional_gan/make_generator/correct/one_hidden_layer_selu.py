class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.into = nn.Linear(latent_dim + classes, hidden, bias=False)
        self.out = nn.Linear(hidden, data_dim, bias=False)

    def forward(self, z, y):
        both = torch.zeros(len(z), z.shape[1] + self.classes)
        both[:, : z.shape[1]] = z
        both[torch.arange(len(z)), z.shape[1] + y] = 1
        return torch.tanh(self.out(F.selu(self.into(both))))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
