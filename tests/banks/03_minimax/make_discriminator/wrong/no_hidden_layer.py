# misconception: hidden_ignored
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Tanh(), nn.Linear(data_dim, 1))
