def repeatable_noise(seed, n, dim):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return torch.randn(n, dim)
