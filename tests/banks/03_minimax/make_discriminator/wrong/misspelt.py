# misconception: raises
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hiden), nn.ReLU(), nn.Linear(hidden, 1))
