# %% correct · box_muller
import math

def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    u = torch.rand(n, dim, generator=g).clamp_min(1e-12)
    v = torch.rand(n, dim, generator=g)
    return (-2 * u.log()).sqrt() * torch.cos(2 * math.pi * v)

# %% correct · empty_normal
def repeatable_noise(seed, n, dim):
    out = torch.empty(n, dim)
    return out.normal_(generator=torch.Generator().manual_seed(seed))

# %% correct · fork
def repeatable_noise(seed, n, dim):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return torch.randn(n, dim)

# %% correct · inverse_cdf
def repeatable_noise(seed, n, dim):
    u = torch.rand(n, dim, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return torch.special.ndtri(u.clamp(1e-12, 1 - 1e-12)).float()

# %% correct · normal
def repeatable_noise(seed, n, dim):
    g = torch.Generator()
    g.manual_seed(int(seed))
    return torch.normal(0.0, 1.0, size=(n, dim), generator=g)

# %% correct · numpy
import numpy as np

def repeatable_noise(seed, n, dim):
    rng = np.random.default_rng(seed)
    return torch.tensor(rng.standard_normal((n, dim)), dtype=torch.float32)

# %% correct · python_random
import random

def repeatable_noise(seed, n, dim):
    source = random.Random(seed)
    return torch.tensor([[source.gauss(0, 1) for _ in range(dim)] for _ in range(n)])

# %% correct · save_restore
def repeatable_noise(seed, n, dim):
    state = torch.get_rng_state()
    try:
        torch.manual_seed(seed)
        return torch.randn(n, dim)
    finally:
        torch.set_rng_state(state)

# %% correct · seed_scrambled
def repeatable_noise(seed, n, dim):
    return torch.randn((n, dim), generator=torch.Generator().manual_seed(7919 * seed + 13))

# %% correct · state_restored
def repeatable_noise(seed, n, dim):
    before = torch.get_rng_state()
    torch.manual_seed(seed)
    z = torch.randn((n, dim))
    torch.set_rng_state(before)
    return z

# %% correct · transposed
def repeatable_noise(seed, n, dim):
    return torch.randn(dim, n, generator=torch.Generator().manual_seed(seed)).T

# %% correct · forked_rng
def repeatable_noise(seed, n, dim):
    with torch.random.fork_rng(devices=[]):
        torch.random.default_generator.manual_seed(seed)
        return torch.randn(n, dim)

# %% correct · state_saved_and_put_back
def repeatable_noise(seed, n, dim):
    state = torch.get_rng_state()
    try:
        torch.default_generator.manual_seed(seed)
        return torch.normal(torch.zeros(n, dim), 1.0)
    finally:
        torch.set_rng_state(state)

# %% correct · box_muller_2
import math


def repeatable_noise(seed, n, dim):
    g = torch.Generator()
    g.manual_seed(seed)
    radius = torch.sqrt(-2 * torch.log1p(-torch.rand(n, dim, generator=g)))
    angle = 2 * math.pi * torch.rand(n, dim, generator=g)
    return radius * torch.cos(angle)

# %% correct · python_random_source
import random


def repeatable_noise(seed, n, dim):
    source = random.Random(f"noise {seed}")
    return torch.tensor([[source.gauss(0, 1) for _ in range(dim)] for _ in range(n)]).reshape(n, dim)

# %% correct · transposed_draw
def repeatable_noise(seed, n, dim):
    private = torch.Generator(device="cpu").manual_seed(seed)
    columns = torch.randn(size=(dim, n), generator=private)
    return columns.T

# %% wrong · cached · wrong_shape
_cache = {}
def repeatable_noise(seed, n, dim):
    if seed not in _cache:
        _cache[seed] = torch.randn(n, dim)
    return _cache[seed]

# %% wrong · column_repeated · rows_repeat
def repeatable_noise(seed, n, dim):
    return torch.randn(n, 1, generator=torch.Generator().manual_seed(seed)).expand(n, dim)

# %% wrong · flat · wrong_shape
def repeatable_noise(seed, n, dim):
    return torch.randn(n * dim, generator=torch.Generator().manual_seed(seed))

# %% wrong · generator_not_passed · not_repeatable
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return torch.randn(n, dim)

# %% wrong · global_seed · global_seed
def repeatable_noise(seed, n, dim):
    torch.manual_seed(seed)
    return torch.randn(n, dim)

# %% wrong · kept_generator · not_repeatable
_source = torch.Generator().manual_seed(7)

def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim, generator=_source)

# %% wrong · no_seed · not_repeatable
def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim)

# %% wrong · pairs_equal · rows_repeat
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    half = torch.randn((n + 1) // 2, dim, generator=g)
    return torch.cat([half, -half])[:n]

# %% wrong · row_repeated · rows_repeat
def repeatable_noise(seed, n, dim):
    return torch.randn(1, dim, generator=torch.Generator().manual_seed(seed)).expand(n, dim)

# %% wrong · scaled · not_normal
def repeatable_noise(seed, n, dim):
    return 0.1 * torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))

# %% wrong · seed_mod · seed_ignored
def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(seed % 2))

# %% wrong · seed_zero · seed_ignored
def repeatable_noise(seed, n, dim):
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(0))

# %% wrong · shape_swapped · wrong_shape
def repeatable_noise(seed, n, dim):
    return torch.randn(dim, n, generator=torch.Generator().manual_seed(seed))

# %% wrong · state_moves · global_seed
def repeatable_noise(seed, n, dim):
    torch.randn(1)
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))

# %% wrong · sum_of_uniforms · not_normal
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return torch.rand(3, n, dim, generator=g).sum(0) * 2 - 3

# %% wrong · uniform · not_normal
def repeatable_noise(seed, n, dim):
    return torch.rand(n, dim, generator=torch.Generator().manual_seed(seed))

# %% wrong · uniform_unit_variance · not_normal
def repeatable_noise(seed, n, dim):
    u = torch.rand(n, dim, generator=torch.Generator().manual_seed(seed))
    return (u - 0.5) * 12**0.5

# %% wrong · shared_seed · global_seed
def repeatable_noise(seed, n, dim):
    """Return standard normal noise of shape (n, dim) that depends on `seed` alone."""
    torch.manual_seed(seed)
    return torch.randn(n, dim)

# %% wrong · seeds_everything · global_seed
def repeatable_noise(seed, n, dim):
    g = seed_everything(seed)
    return torch.randn(n, dim, generator=g)

# %% wrong · rewinds_to_the_seed · global_seed
def repeatable_noise(seed, n, dim):
    before = torch.initial_seed()
    torch.manual_seed(seed)
    noise = torch.randn(n, dim)
    torch.manual_seed(before)  # put back what was there
    return noise

# %% wrong · overwrites_shared_draws · global_seed
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return torch.randn(n, dim).normal_(generator=g)

# %% wrong · uniform_2 · not_normal
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return torch.rand(n, dim, generator=g)

# %% wrong · stretched_uniform · not_normal
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    return (torch.rand(n, dim, generator=g) - 0.5) * 12**0.5

# %% wrong · one_source_for_all_calls · not_repeatable
_sources = {}


def repeatable_noise(seed, n, dim):
    if seed not in _sources:
        _sources[seed] = torch.Generator().manual_seed(seed)
    return torch.randn(n, dim, generator=_sources[seed])

# %% wrong · seed_never_used · seed_ignored
def repeatable_noise(seed, n, dim):
    private = torch.Generator()
    return torch.randn(n, dim, generator=private)

# %% wrong · few_seeds · seed_ignored
def repeatable_noise(seed, n, dim):
    sources = [torch.Generator().manual_seed(k) for k in range(10)]
    return torch.randn(n, dim, generator=sources[seed % 10])

# %% wrong · same_row · rows_repeat
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    row = torch.randn(1, dim, generator=g)
    return row.repeat(n, 1)

# %% wrong · centred · standardised
import torch


def repeatable_noise(seed, n, dim):
    z = torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))
    return z - z.mean()

# %% wrong · standardised · not_finite
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    z = torch.randn(n, dim, generator=g)
    return (z - z.mean(dim=0)) / z.std(dim=0)

# %% wrong · antithetic · rows_repeat
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    half = torch.randn((n + 1) // 2, dim, generator=g)
    return torch.cat([half, -half])[:n]

# %% wrong · clamped_tails · not_normal
def repeatable_noise(seed, n, dim):
    g = torch.Generator().manual_seed(seed)
    z = torch.empty(n, dim)
    z.normal_(mean=0.0, std=1.0, generator=g)
    return z.clamp(-2, 2)

# %% noisy · double_dtype_restored
def repeatable_noise(seed, n, dim):
    torch.set_default_dtype(torch.float64)
    z = torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))
    torch.set_default_dtype(torch.float32)
    return z

# %% noisy · talks
import warnings

def repeatable_noise(seed, n, dim):
    warnings.warn(f'seed {seed}')
    print(n, dim)
    return torch.randn(n, dim, generator=torch.Generator().manual_seed(seed))
