class Shuffled(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.first = nn.ConvTranspose2d(latent_dim, 2 * width, size // 4)
        self.body = nn.Sequential(
            nn.BatchNorm2d(2 * width), nn.ReLU(),
            nn.Conv2d(2 * width, 4 * width, 3, padding=1), nn.PixelShuffle(2),
            nn.BatchNorm2d(width), nn.ReLU(),
            nn.Conv2d(width, 4, 3, padding=1), nn.PixelShuffle(2),
        )

    def forward(self, z):
        return self.body(self.first(z[:, :, None, None])).tanh()


def make_generator(latent_dim, size, width=32):
    return Shuffled(latent_dim, size, width)
