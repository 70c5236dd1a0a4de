class D(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.conv = nn.ModuleList([nn.Conv2d(1, width, 4, 2, 1), nn.Conv2d(width, 2 * width, 4, 2, 1)])
        self.readout = nn.Parameter(0.02 * torch.randn(1, 2 * width, size // 4, size // 4))
        for layer in self.conv:
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        for layer in self.conv:
            x = F.leaky_relu(layer(x), 0.2)
        return torch.einsum("nchw,ochw->no", x, self.readout)


def make_discriminator(size, width=32):
    return D(size, width)
