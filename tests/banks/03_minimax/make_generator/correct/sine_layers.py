class Sine(nn.Module):
    def forward(self, x):
        return torch.sin(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), Sine(), nn.Linear(hidden, hidden), Sine(), nn.Linear(hidden, data_dim))
