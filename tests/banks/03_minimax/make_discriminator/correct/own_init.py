def make_discriminator(data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, 1))
    for p in net.parameters():
        if p.ndim > 1:
            nn.init.orthogonal_(p)
        else:
            nn.init.zeros_(p)
    return net
