# misconception: label_only_added
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.of_x = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
        self.of_y = nn.Sequential(nn.Embedding(classes, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.of_x(x) + self.of_y(y)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
