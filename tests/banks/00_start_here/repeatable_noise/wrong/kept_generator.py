# misconception: not_repeatable
_source = torch.Generator().manual_seed(7)

def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim, generator=_source)
