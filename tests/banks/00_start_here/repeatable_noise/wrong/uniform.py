# misconception: not_normal
def repeatable_noise(seed, n, dim):
    return torch.rand(n, dim, generator=torch.Generator().manual_seed(seed))
