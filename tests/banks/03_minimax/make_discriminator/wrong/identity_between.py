# misconception: linear
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Identity(), nn.Linear(hidden, hidden), nn.LeakyReLU(1.0), nn.Linear(hidden, 1))
