# misconception: hidden_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Tanh(), nn.Linear(latent_dim, data_dim))
