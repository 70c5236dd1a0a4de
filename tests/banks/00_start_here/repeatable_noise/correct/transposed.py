def repeatable_noise(seed, n, dim):
    return torch.randn(dim, n, generator=torch.Generator().manual_seed(seed)).T
