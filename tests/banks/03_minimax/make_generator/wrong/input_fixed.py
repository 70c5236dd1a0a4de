# misconception: sizes_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
