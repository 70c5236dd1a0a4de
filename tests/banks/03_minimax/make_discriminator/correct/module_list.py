class Stack(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = layers

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.silu(layer(x))
        return self.layers[-1](x)


def make_discriminator(data_dim, hidden=64):
    widths = [data_dim, hidden, hidden, 1]
    net = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
    return Stack(net)
