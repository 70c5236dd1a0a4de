def make_generator(latent_dim, data_dim, hidden=64):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(sn(nn.Linear(latent_dim, hidden)), nn.ReLU(), nn.Linear(hidden, data_dim))
