def repeatable_noise(seed, n, dim):
    g = torch.Generator()
    g.manual_seed(int(seed))
    return torch.normal(0.0, 1.0, size=(n, dim), generator=g)
