def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.SELU(), nn.AlphaDropout(0.1), nn.Linear(hidden, 1))
