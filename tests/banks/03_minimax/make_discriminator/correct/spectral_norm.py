def make_discriminator(data_dim, hidden=64):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(sn(nn.Linear(data_dim, hidden)), nn.LeakyReLU(0.1), sn(nn.Linear(hidden, 1)))
