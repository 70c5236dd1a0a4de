# misconception: not_normal
def repeatable_noise(seed, n, dim):
    u = torch.rand(n, dim, generator=torch.Generator().manual_seed(seed))
    return (u - 0.5) * 12**0.5
