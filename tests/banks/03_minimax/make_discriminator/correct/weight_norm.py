def make_discriminator(data_dim, hidden=64):
    wn = nn.utils.parametrizations.weight_norm
    return nn.Sequential(wn(nn.Linear(data_dim, hidden)), nn.Mish(), wn(nn.Linear(hidden, 1)))
