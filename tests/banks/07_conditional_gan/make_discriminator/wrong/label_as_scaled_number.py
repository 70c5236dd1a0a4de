# misconception: label_as_number
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(data_dim + 1, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, y.unsqueeze(1) / self.classes], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
