class Stack(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = layers

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.silu(layer(x))
        return self.layers[-1](x)


def make_generator(latent_dim, data_dim, hidden=64):
    widths = [latent_dim, hidden, hidden, data_dim]
    net = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
    return Stack(net)
