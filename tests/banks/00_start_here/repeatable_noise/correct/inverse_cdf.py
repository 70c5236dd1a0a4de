def repeatable_noise(seed, n, dim):
    u = torch.rand(n, dim, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return torch.special.ndtri(u.clamp(1e-12, 1 - 1e-12)).float()
