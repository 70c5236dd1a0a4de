# misconception: no_gradient
class G(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.layers = [
            nn.Unflatten(1, (latent_dim, 1, 1)), nn.ConvTranspose2d(latent_dim, 2 * width, size // 4), nn.ReLU(),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
        ]

    def forward(self, z):
        for layer in self.layers:
            z = layer(z)
        return z


def make_generator(latent_dim, size, width=32):
    return G(latent_dim, size, width)
