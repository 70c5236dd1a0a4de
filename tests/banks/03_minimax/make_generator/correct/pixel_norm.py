class PixelNorm(nn.Module):
    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(1, keepdim=True) + 1e-8)
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.LeakyReLU(0.2), PixelNorm(), nn.Linear(hidden, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, data_dim))
