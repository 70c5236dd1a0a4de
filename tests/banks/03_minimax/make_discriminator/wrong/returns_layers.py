# misconception: not_a_module
def make_discriminator(data_dim, hidden=64):
    return [nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1)]
