# misconception: rows_repeat
def repeatable_noise(seed, n, dim):
    return torch.randn(1, dim, generator=torch.Generator().manual_seed(seed)).expand(n, dim)
