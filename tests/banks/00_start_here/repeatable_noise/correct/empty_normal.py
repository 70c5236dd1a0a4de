def repeatable_noise(seed, n, dim):
    out = torch.empty(n, dim)
    return out.normal_(generator=torch.Generator().manual_seed(seed))
