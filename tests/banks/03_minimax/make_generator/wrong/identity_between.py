# misconception: linear
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Identity(), nn.Linear(hidden, hidden), nn.LeakyReLU(1.0), nn.Linear(hidden, data_dim))
