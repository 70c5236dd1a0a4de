# misconception: one_sign
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, 1), nn.Softplus())
