# misconception: no_gradient
def make_discriminator(data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
    net[0].requires_grad_(False)
    return net
