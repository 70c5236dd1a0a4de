# misconception: rows_repeat
def repeatable_noise(seed, n, dim):
    return torch.randn(n, 1, generator=torch.Generator().manual_seed(seed)).expand(n, dim)
