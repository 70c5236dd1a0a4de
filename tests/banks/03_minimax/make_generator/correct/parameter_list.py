class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        sizes = [i, h, h, o]
        self.w = nn.ParameterList([nn.Parameter(torch.randn(a, b) / a ** 0.5) for a, b in zip(sizes, sizes[1:])])
        self.b = nn.ParameterList([nn.Parameter(torch.zeros(b)) for b in sizes[1:]])
    def forward(self, z):
        for n, (w, b) in enumerate(zip(self.w, self.b)):
            z = z @ w + b
            if n < len(self.w) - 1:
                z = z * torch.sigmoid(z)
        return z
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)
