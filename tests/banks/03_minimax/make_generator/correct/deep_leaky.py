def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden // 2),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden // 2, data_dim),
    )
