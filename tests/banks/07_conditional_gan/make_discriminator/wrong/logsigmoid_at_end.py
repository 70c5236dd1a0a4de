# misconception: one_sign
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(nn.Linear(data_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return F.logsigmoid(self.net(torch.cat([x, self.table(y)], 1)))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
