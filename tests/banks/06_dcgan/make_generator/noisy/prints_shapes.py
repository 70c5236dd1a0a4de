import warnings


class Chatty(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        warnings.warn(f"building for {size} pixels")
        self.net = nn.Sequential(
            nn.Unflatten(1, (latent_dim, 1, 1)),
            nn.ConvTranspose2d(latent_dim, 2 * width, size // 4), nn.BatchNorm2d(2 * width), nn.ReLU(),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.BatchNorm2d(width), nn.ReLU(),
            nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
        )

    def forward(self, z):
        print("z", tuple(z.shape))
        return self.net(z)


def make_generator(latent_dim, size, width=32):
    return Chatty(latent_dim, size, width)
