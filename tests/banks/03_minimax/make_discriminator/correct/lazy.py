def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.LazyLinear(hidden), nn.GELU(), nn.LazyLinear(1))
