class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, data_dim)
        steps = [nn.Linear(2 * data_dim, hidden), nn.LeakyReLU(0.2)]
        for _ in range(3):
            steps += [nn.Linear(hidden, hidden), nn.LeakyReLU(0.2)]
        self.steps = nn.Sequential(*steps, nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.steps(torch.cat([x, self.table(y)], dim=1)).view(-1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
