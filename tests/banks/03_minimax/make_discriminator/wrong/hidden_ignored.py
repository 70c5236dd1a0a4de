# misconception: hidden_ignored
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, 64), nn.ReLU(), nn.Linear(64, 1))
