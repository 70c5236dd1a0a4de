# %% correct · with_the_library
import torch

from gan_course.training import R1
from gan_course.training import train as play


def train(real, seed):
    centre, size = real.mean(0), real.std(0)
    run = play(
        make_generator(4, 2),
        make_discriminator(2),
        (real - centre) / size,
        loss="non_saturating",
        steps=2000,
        batch_size=128,
        lr=3e-3,
        betas=(0.0, 0.99),
        decay=0.05,
        decay_from=0.5,
        average=0.99,
        penalty=R1(0.1),
        penalty_every=4,
        seed=seed,
        progress=False,
    )

    def sample(n):
        with torch.no_grad():
            return run.averaged(torch.randn(n, 4)) * size + centre

    return sample

# %% correct · relativistic
import torch
import torch.nn.functional as F
from torch import nn


def train(real, seed):
    centre, size = real.mean(0, keepdim=True), real.std(0, keepdim=True)
    rows = (real - centre) / size
    g = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2))
    d = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
    adam = [torch.optim.Adam(net.parameters(), 3e-3, betas=(0.0, 0.99), fused=True) for net in (g, d)]
    falls = [torch.optim.lr_scheduler.LinearLR(a, 1.0, 0.05, total_iters=2200) for a in adam]
    for t in range(2200):
        x = rows[torch.randint(len(rows), (128,))]
        y = g(torch.randn(128, 4)).detach()
        value = F.softplus(d(y) - d(x)).mean()
        if t % 4 == 0:
            for points in (x, y):
                points = points.detach().requires_grad_(True)
                slope = torch.autograd.grad(d(points).sum(), points, create_graph=True)[0]
                value = value + 0.2 * slope.pow(2).sum(1).mean()
        adam[1].zero_grad()
        value.backward()
        adam[1].step()
        value = F.softplus(d(x).detach() - d(g(torch.randn(128, 4)))).mean()
        adam[0].zero_grad()
        value.backward()
        adam[0].step()
        for fall in falls:
            fall.step()

    @torch.no_grad()
    def sample(n):
        return centre + size * g(torch.randn(n, 4))

    return sample

# %% correct · a_module_that_draws
import torch
import torch.nn.functional as F
from torch import nn


class Generator(nn.Module):
    def __init__(self, real):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2))
        self.register_buffer("centre", real.mean(0))
        self.register_buffer("size", real.std(0))

    def forward(self, n):
        return self.body(torch.randn(n, 4)) * self.size + self.centre


def slope_of(d, points):
    points = points.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(d(points).sum(), points, create_graph=True)
    return slope.square().sum(1).mean()


def train(real, seed):
    torch.manual_seed(seed)
    g = Generator(real)
    d = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
    og = torch.optim.Adam(g.body.parameters(), betas=(0.0, 0.99), fused=True)
    od = torch.optim.Adam(d.parameters(), betas=(0.0, 0.99), fused=True)
    for i in range(2400):
        og.param_groups[0]["lr"] = od.param_groups[0]["lr"] = 3e-3 * (1 - 0.95 * i / 2400)
        x = (real[torch.randint(len(real), (128,))] - g.centre) / g.size
        y = (g(128).detach() - g.centre) / g.size
        loss = F.softplus(d(y) - d(x)).mean()
        if i % 4 == 0:
            loss = loss + 0.2 * (slope_of(d, x) + slope_of(d, y))
        od.zero_grad()
        loss.backward()
        od.step()
        og.zero_grad()
        F.softplus(d(x).detach() - d((g(128) - g.centre) / g.size)).mean().backward()
        og.step()
    return g.requires_grad_(False)

# %% correct · flow_matching
import torch
from torch import nn


def train(real, seed):
    m, s = real.mean(0), real.std(0)
    rows = (real - m) / s
    v = nn.Sequential(nn.Linear(3, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 2))
    adam = torch.optim.Adam(v.parameters(), fused=True)
    steps = 4000
    for i in range(steps):
        adam.param_groups[0]["lr"] = 4e-3 * (1 - i / steps) + 1e-4
        x, z, t = rows[torch.randint(len(rows), (256,))], torch.randn(256, 2), torch.rand(256, 1)
        gap = v(torch.cat([(1 - t) * z + t * x, t], 1)) - (x - z)
        adam.zero_grad()
        gap.square().mean().backward()
        adam.step()

    @torch.no_grad()
    def sample(n):
        z = torch.randn(n, 2)
        for i in range(20):
            z = z + v(torch.cat([z, torch.full((n, 1), i / 20)], 1)) / 20
        return z * s + m

    return sample

# %% correct · kernel_along_the_axes
import torch


def train(real, seed):
    source = torch.Generator().manual_seed(seed)
    middle, spread = real.mean(0), 0.02 * real.std(0)

    def sample(n):
        chosen = real[torch.randint(len(real), (n,), generator=source)] - middle
        return middle + chosen + spread * torch.randn(n, 2, generator=source)

    return sample

# %% correct · kernel_density
import torch


def train(real, seed):
    width = 0.02 * real.std(0).mean()
    return lambda n: real[torch.randint(len(real), (n,))] + width * torch.randn(n, 2)

# %% noisy · speaks_while_it_trains
import warnings

import torch


def train(real, seed):
    warnings.warn("this takes a while")
    print("training on", tuple(real.shape))
    width = 0.02 * float(real.std(0).mean())

    class Sampler:
        def __call__(self, n):
            print("drawing", n)
            return (real[torch.randint(len(real), (n,))] + width * torch.randn(n, 2)).double()

    return Sampler()

# %% wrong · hands_out_rows · memorises
import torch


def train(real, seed):
    return lambda n: real[torch.randint(0, len(real), (n,))]

# %% wrong · rows_with_a_tiny_grain · memorises
import torch


def train(real, seed):
    kept = real.clone()
    grain = 0.001 * real.std(0)

    def sample(n):
        picked = kept[torch.randint(0, len(kept), (n,))]
        return picked + grain * torch.randn_like(picked)

    return sample

# %% wrong · rows_with_a_grain · memorises
import torch


def train(real, seed):
    grain = 0.003 * real.std(0).mean()
    return lambda n: real[torch.randint(0, len(real), (n,))] + grain * torch.randn(n, 2)

# %% wrong · shuffled_rows_in_turn · memorises
import torch


def train(real, seed):
    return lambda n: real[torch.randperm(len(real))[:n]]

# %% wrong · mostly_copies · memorises
import torch


def train(real, seed):
    grain = 0.02 * real.std(0).mean()

    def sample(n):
        copies = (torch.rand(n, 1) < 0.6).float()
        picked = real[torch.randint(0, len(real), (n,))]
        return picked + (1 - copies) * grain * torch.randn(n, 2)

    return sample

# %% wrong · uniform_noise · like_noise
import torch


def train(real, seed):
    low, high = real.min(0).values, real.max(0).values
    return lambda n: low + (high - low) * torch.rand(n, 2)

# %% wrong · one_gaussian · like_noise
import torch


def train(real, seed):
    factor = torch.linalg.cholesky(torch.cov(real.T))
    return lambda n: real.mean(0) + torch.randn(n, 2) @ factor.T

# %% wrong · untrained · like_noise
import torch
from torch import nn


def train(real, seed):
    torch.manual_seed(seed)
    g = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 2))
    return lambda n: g(torch.randn(n, 4)).detach() * real.std(0) + real.mean(0)

# %% wrong · a_few_steps · like_noise
import torch


def train(real, seed):
    centre, size = real.mean(0), real.std(0)
    x = (real - centre) / size
    g, d = make_generator(4, 2), make_discriminator(2)
    og, od = torch.optim.Adam(g.parameters(), 1e-3), torch.optim.Adam(d.parameters(), 1e-3)
    noise = lambda n: torch.randn(n, 4)
    for _ in range(60):
        batch = x[torch.randint(len(x), (64,))]
        discriminator_step(g, d, od, batch, noise, discriminator_loss)
        generator_step(g, d, og, 64, noise, generator_loss)
    return lambda n: g(noise(n)).detach() * size + centre

# %% wrong · points_of_the_public_variant · like_noise
import torch

from gan_course import project


def train(real, seed):
    mixture = project.variant(project.PUBLIC_VARIANT).mixture
    return lambda n: mixture.sample(n)

# %% wrong · one_point · constant
import torch


def train(real, seed):
    return lambda n: real[:1].repeat(n, 1)

# %% wrong · the_mean · constant
import torch


def train(real, seed):
    centre = real.mean(0)
    return lambda n: centre.expand(n, 2)

# %% wrong · ignores_its_noise · constant
import torch
from torch import nn


def train(real, seed):
    g = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 2))
    return lambda n: g(0 * torch.randn(n, 4)).detach() + real.mean(0)

# %% wrong · one_mode_only · collapsed
import torch


def train(real, seed):
    near = torch.cdist(real, real[:1])[:, 0] < 0.3 * real.std(0).mean()
    own = real[near]
    width = 0.02 * real.std(0).mean()
    return lambda n: own[torch.randint(len(own), (n,))] + width * torch.randn(n, 2)

# %% wrong · a_third_of_the_ring · collapsed
import torch


def train(real, seed):
    away = real - real.mean(0)
    angle = torch.atan2(away[:, 1], away[:, 0])
    start = angle[0] - 0.35
    own = real[(angle - start) % 6.2832 < 2.1]
    width = 0.02 * real.std(0).mean()
    return lambda n: own[torch.randint(len(own), (n,))] + width * torch.randn(n, 2)

# %% wrong · loses_one_mode · modes_missing
import torch


def train(real, seed):
    own = real[torch.cdist(real, real[:1])[:, 0] > 0.3 * real.std(0).mean()]
    width = 0.02 * real.std(0).mean()
    return lambda n: own[torch.randint(len(own), (n,))] + width * torch.randn(n, 2)

# %% wrong · starves_one_mode · modes_missing
import torch


def train(real, seed):
    weight = torch.where(torch.cdist(real, real[:1])[:, 0] > 0.3 * real.std(0).mean(), 1.0, 0.1)
    width = 0.02 * real.std(0).mean()
    return lambda n: real[torch.multinomial(weight, n, replacement=True)] + width * torch.randn(n, 2)

# %% wrong · wide_grain · blurry
import torch


def train(real, seed):
    width = 0.095 * real.std(0).mean()
    return lambda n: real[torch.randint(len(real), (n,))] + width * torch.randn(n, 2)

# %% wrong · half_of_it_between_the_modes · blurry
import torch


def train(real, seed):
    width = 0.02 * real.std(0).mean()

    def sample(n):
        one, other = (real[torch.randint(len(real), (n,))] for _ in range(2))
        share = torch.where(torch.rand(n, 1) < 0.45, torch.rand(n, 1), torch.zeros(n, 1))
        return one + share * (other - one) + width * torch.randn(n, 2)

    return sample

# %% wrong · middles_of_the_modes · low_variety
import torch


def train(real, seed):
    reach = torch.cdist(real, real) < 0.3 * real.std(0).mean()
    middles = (reach.float() @ real) / reach.sum(1, keepdim=True)
    grain = 0.002 * real.std(0).mean()
    return lambda n: middles[torch.randint(len(real), (n,))] + grain * torch.randn(n, 2)

# %% wrong · modes_on_a_line · low_variety
import torch


def train(real, seed):
    reach = torch.cdist(real, real) < 0.3 * real.std(0).mean()
    middles = (reach.float() @ real) / reach.sum(1, keepdim=True)
    width = 0.03 * real.std(0).mean()

    def sample(n):
        along = torch.randn(n, 1) * torch.tensor([[1.0, 0.0]])
        return middles[torch.randint(len(real), (n,))] + width * along

    return sample

# %% wrong · forgets_the_scale · not_scaled_back
import torch


def train(real, seed):
    rows = (real - real.mean(0)) / real.std(0)
    return lambda n: rows[torch.randint(len(rows), (n,))] + 0.02 * torch.randn(n, 2)

# %% wrong · returns_samples · no_sampler
import torch


def train(real, seed):
    def sample(n):
        return real[torch.randint(len(real), (n,))] + 0.02 * real.std(0).mean() * torch.randn(n, 2)

    return sample(2000)

# %% wrong · returns_nothing · no_sampler
def train(real, seed):
    rows = (real - real.mean(0)) / real.std(0)

# %% wrong · turned_table · wrong_shape
import torch


def train(real, seed):
    return lambda n: (real[torch.randint(len(real), (n,))] + 0.02 * torch.randn(n, 2)).T

# %% wrong · always_a_batch · wrong_shape
import torch


def train(real, seed):
    return lambda n: real[torch.randint(len(real), (64,))] + 0.02 * torch.randn(64, 2)

# %% wrong · squeezes_one · wrong_shape
import torch


def train(real, seed):
    return lambda n: (real[torch.randint(len(real), (n,))] + 0.02 * torch.randn(n, 2)).squeeze(0)

# %% wrong · a_list_of_points · wrong_shape
import torch


def train(real, seed):
    return lambda n: [list(map(float, row)) for row in real[torch.randint(len(real), (n,))]]

# %% wrong · seeded_in_every_call · same_again
import torch


def train(real, seed):
    def sample(n):
        torch.manual_seed(seed)
        return real[torch.randint(len(real), (n,))] + 0.02 * real.std(0).mean() * torch.randn(n, 2)

    return sample

# %% wrong · noise_drawn_once · same_again
import torch


def train(real, seed):
    drawn = real[torch.randint(len(real), (4000,))] + 0.02 * real.std(0).mean() * torch.randn(4000, 2)
    return lambda n: drawn[:n]

# %% wrong · breaks_down · not_finite
import torch


def train(real, seed):
    return lambda n: torch.log(real[torch.randint(len(real), (n,))] - real.mean(0))

# %% wrong · sample_takes_no_number · raises
import torch


def train(real, seed):
    return lambda: real[torch.randint(len(real), (100,))]
