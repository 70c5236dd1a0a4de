def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.LazyLinear(hidden), nn.GELU(), nn.LazyLinear(data_dim))
