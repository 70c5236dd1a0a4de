class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(data_dim + classes, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, 1)
        )

    def forward(self, x, y):
        code = torch.eye(self.classes, device=x.device)[y]
        return self.net(torch.hstack([x, code]))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
