def repeatable_noise(seed, n, dim):
    state = torch.get_rng_state()
    try:
        torch.manual_seed(seed)
        return torch.randn(n, dim)
    finally:
        torch.set_rng_state(state)
