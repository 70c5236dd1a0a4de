# misconception: bounded
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, classes))

    def forward(self, x, y):
        return self.net(x).softmax(1).gather(1, y[:, None])


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
