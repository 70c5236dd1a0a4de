class G(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        wn = nn.utils.parametrizations.weight_norm
        self.a = wn(nn.ConvTranspose2d(latent_dim, 2 * width, size // 4))
        self.b = wn(nn.ConvTranspose2d(2 * width, width, 4, 2, 1))
        self.c = wn(nn.ConvTranspose2d(width, 1, 4, 2, 1))

    def forward(self, z):
        h = z.view(*z.shape, 1, 1)
        for layer in (self.a, self.b):
            h = F.elu(layer(h))
        return 2 * torch.sigmoid(2 * self.c(h)) - 1  # the same as tanh


def make_generator(latent_dim, size, width=32):
    return G(latent_dim, size, width)
