def repeatable_noise(seed, n, dim):
    before = torch.get_rng_state()
    torch.manual_seed(seed)
    z = torch.randn((n, dim))
    torch.set_rng_state(before)
    return z
