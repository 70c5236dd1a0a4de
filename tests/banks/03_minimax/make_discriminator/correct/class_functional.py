class Net(nn.Module):
    def __init__(self, wide: int, out: int, hidden: int) -> None:
        super().__init__()
        self.first = nn.Linear(wide, hidden)
        self.second = nn.Linear(hidden, hidden)
        self.last = nn.Linear(hidden, out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = F.elu(self.first(x))
        h = torch.tanh(self.second(h))
        return self.last(h)


def make_discriminator(data_dim, hidden=64):
    return Net(data_dim, 1, hidden)
