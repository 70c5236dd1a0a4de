# misconception: rows_repeat
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    half = torch.randn((n + 1) // 2, dim, generator=g)
    return torch.cat([half, -half])[:n]
