class Maxout(nn.Module):
    # the paper's own discriminator used maxout units
    def __init__(self, wide, hidden):
        super().__init__()
        self.pieces = nn.Linear(wide, 3 * hidden)
        self.last = nn.Linear(hidden, 1)

    def forward(self, x):
        h = self.pieces(x).reshape(len(x), 3, -1).amax(dim=1)
        return self.last(F.dropout(h, 0.2, self.training)).view(-1)


def make_discriminator(data_dim, hidden=64):
    return Maxout(data_dim, hidden)
