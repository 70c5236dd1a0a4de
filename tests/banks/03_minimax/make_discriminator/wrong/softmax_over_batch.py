# misconception: rows_coupled
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Softmax(dim=0), nn.Linear(hidden, 1))
