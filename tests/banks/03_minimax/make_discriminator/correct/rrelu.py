def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.RReLU(), nn.Linear(hidden, 1))
