# misconception: one_sign
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Tanh(), nn.Linear(hidden, data_dim), nn.LogSigmoid())
