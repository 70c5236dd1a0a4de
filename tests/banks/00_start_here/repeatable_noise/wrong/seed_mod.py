# misconception: seed_ignored
def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(seed % 2))
