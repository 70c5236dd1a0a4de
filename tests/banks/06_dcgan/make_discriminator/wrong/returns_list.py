# misconception: not_a_module
def make_discriminator(size, width=32):
    return [nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2), nn.Flatten(), nn.LazyLinear(1)]
