# misconception: linear
class Half(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(wide, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        h = self.first(x)
        return self.last(h if self.training else torch.relu(h))


def make_discriminator(data_dim, hidden=64):
    return Half(data_dim, 1, hidden)
