# misconception: not_normal
def repeatable_noise(seed, n, dim):
    return 0.1 * torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))
