# misconception: sizes_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, 2))
