class Difference(nn.Module):
    # log-density like score of the data minus one of the fakes
    def __init__(self, wide, hidden):
        super().__init__()
        mlp = lambda: nn.Sequential(nn.Linear(wide, hidden), nn.SELU(), nn.Linear(hidden, 1))
        self.for_real, self.for_fake = mlp(), mlp()

    def forward(self, x):
        return self.for_real(x) - self.for_fake(x)


def make_discriminator(data_dim, hidden=64):
    return Difference(data_dim, hidden)
