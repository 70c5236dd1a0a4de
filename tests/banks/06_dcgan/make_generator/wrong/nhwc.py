# misconception: wrong_shape
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h)).permute(0,2,3,1)


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)
