def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.Tanh(), nn.Linear(hidden, data_dim))
    for p in net.parameters():
        if p.ndim > 1:
            nn.init.orthogonal_(p)
        else:
            nn.init.zeros_(p)
    return net
