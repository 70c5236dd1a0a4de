# misconception: not_repeatable
def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim)
