# misconception: not_repeatable
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return torch.randn(n, dim)
