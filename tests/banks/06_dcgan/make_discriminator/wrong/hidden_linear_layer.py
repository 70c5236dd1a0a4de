# misconception: fully_connected
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(width, 2 * width, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.Flatten(), nn.Linear(2 * width * (size // 4) ** 2, 128), nn.LeakyReLU(0.2), nn.Linear(128, 1),
    )
