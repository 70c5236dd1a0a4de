# misconception: fully_connected
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Flatten(), nn.Linear(size * size, 8 * width), nn.LeakyReLU(0.2),
        nn.Linear(8 * width, 4 * width), nn.LeakyReLU(0.2), nn.Linear(4 * width, 1),
    )
