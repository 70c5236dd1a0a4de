# misconception: reseeded
def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
    for p in net.parameters():
        nn.init.zeros_(p)
    return net
