def repeatable_noise(seed, n, dim):
    torch.set_default_dtype(torch.float64)
    z = torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))
    torch.set_default_dtype(torch.float32)
    return z
