def repeatable_noise(seed, n, dim):
    return torch.randn((n, dim), generator=torch.Generator().manual_seed(7919 * seed + 13))
