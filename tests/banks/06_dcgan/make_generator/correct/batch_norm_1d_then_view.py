class G(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.shape = (2 * width, size // 4, size // 4)
        self.fc = nn.Linear(latent_dim, math.prod(self.shape), bias=False)
        self.bn = nn.BatchNorm1d(math.prod(self.shape))
        self.conv = nn.ModuleList([nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.ConvTranspose2d(width, 1, 4, 2, 1)])

    def forward(self, z):
        x = F.relu(self.bn(self.fc(z))).view(z.size(0), *self.shape)
        return torch.tanh(self.conv[1](F.relu(self.conv[0](x))))


def make_generator(latent_dim, size, width=32):
    return G(latent_dim, size, width)
