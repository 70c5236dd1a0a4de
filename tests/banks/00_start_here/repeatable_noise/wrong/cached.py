# misconception: wrong_shape
_cache = {}
def repeatable_noise(seed, n, dim):
    if seed not in _cache:
        _cache[seed] = torch.randn(n, dim)
    return _cache[seed]
