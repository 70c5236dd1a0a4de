# misconception: global_seed
def repeatable_noise(seed, n, dim):
    torch.manual_seed(seed)
    return torch.randn(n, dim)
