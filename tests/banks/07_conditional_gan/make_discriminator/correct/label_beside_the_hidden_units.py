class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.a, self.b = nn.Linear(data_dim, hidden), nn.Linear(hidden + classes, hidden)
        self.c = nn.Linear(hidden, 1)

    def forward(self, x, y):
        h = torch.relu(self.a(x))
        h = torch.relu(self.b(torch.cat([h, F.one_hot(y, self.classes).to(h)], 1)))
        return self.c(h)[:, 0]


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
