class Sine(nn.Module):
    def forward(self, x):
        return torch.sin(x)


def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), Sine(), nn.Linear(hidden, hidden), Sine(), nn.Linear(hidden, 1))
