# misconception: fully_connected
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Linear(latent_dim, 4 * width), nn.BatchNorm1d(4 * width), nn.ReLU(),
        nn.Linear(4 * width, 8 * width), nn.BatchNorm1d(8 * width), nn.ReLU(),
        nn.Linear(8 * width, size * size), nn.Tanh(),
        nn.Unflatten(1, (1, size, size)),
    )
