# misconception: not_normal
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return torch.rand(3, n, dim, generator=g).sum(0) * 2 - 3
