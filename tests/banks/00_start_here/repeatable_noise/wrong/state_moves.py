# misconception: global_seed
def repeatable_noise(seed, n, dim):
    torch.randn(1)
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))
