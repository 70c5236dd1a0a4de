class ByHand(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.W1 = nn.Parameter(torch.randn(wide, hidden) / wide**0.5)
        self.b1 = nn.Parameter(torch.zeros(hidden))
        self.W2 = nn.Parameter(torch.randn(hidden, out) / hidden**0.5)
        self.b2 = nn.Parameter(torch.zeros(out))

    def forward(self, x):
        h = torch.relu(torch.einsum("ni,ih->nh", x, self.W1) + self.b1)
        return torch.einsum("nh,ho->no", h, self.W2) + self.b2


def make_generator(latent_dim, data_dim, hidden=64):
    return ByHand(latent_dim, data_dim, hidden)
