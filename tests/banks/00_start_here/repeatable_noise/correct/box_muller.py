import math

def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    u = torch.rand(n, dim, generator=g).clamp_min(1e-12)
    v = torch.rand(n, dim, generator=g)
    return (-2 * u.log()).sqrt() * torch.cos(2 * math.pi * v)
