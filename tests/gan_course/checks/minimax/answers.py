"""Right answers to the exercises of 03_minimax in several styles."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

# --- D* and V -----------------------------------------------------------------------------------------


def d_star_by_odds(p_data, p_g):
    return 1 / (1 + p_g / p_data)


def d_star_guarded(p_data, p_g):
    return p_data / (p_data + p_g).clamp_min(1e-12)


def value_by_where(d, p_data, p_g, dx):
    first = torch.where(p_data > 0, p_data * torch.log(d), torch.zeros_like(d))
    second = torch.where(p_g > 0, p_g * torch.log(1 - d), torch.zeros_like(d))
    return torch.sum(first + second) * dx


def value_by_clamp(d, p_data, p_g, dx):
    low = 1e-7
    terms = p_data * d.clamp(min=low).log() + p_g * (1 - d).clamp(min=low).log()
    return (terms * dx).sum()


def value_by_trapezoid(d, p_data, p_g, dx):
    return torch.trapezoid(torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d), dx=dx)


def value_by_dot(d, p_data, p_g, dx):
    return dx * (torch.nan_to_num(p_data * d.log()) + torch.nan_to_num(p_g * torch.log1p(-d))).sum()


# --- networks -----------------------------------------------------------------------------------------


class Branching(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.second = nn.Linear(wide, hidden), nn.Linear(wide, hidden)
        self.last = nn.Linear(hidden, out)

    def forward(self, x):
        return self.last(torch.relu(self.first(x)) + F.silu(self.second(x)))


def g_lazy(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.LazyLinear(hidden), nn.Tanh(), nn.LazyLinear(data_dim))


def g_normed(latent_dim, data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.LayerNorm(hidden),
        nn.ReLU(),
        nn.Linear(hidden, data_dim, bias=False),
    )


def g_batch_norm(latent_dim, data_dim, hidden=64):
    first = [nn.Linear(latent_dim, hidden, bias=False), nn.BatchNorm1d(hidden), nn.ReLU()]
    return nn.Sequential(*first, nn.Linear(hidden, data_dim))


def g_class(latent_dim, data_dim, hidden=64):
    return Branching(latent_dim, data_dim, hidden)


def d_flat(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, 1), nn.Flatten(0))


def d_dropout(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, 1))


def d_class(data_dim, hidden=64):
    return Branching(data_dim, 1, hidden)


# --- losses -------------------------------------------------------------------------------------------


def d_loss_bce_logits(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))


def d_loss_clamped(real_logits, fake_logits):
    eps = 1e-7
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -(p.clamp(eps, 1 - eps).log().mean() + (1 - q).clamp(eps, 1 - eps).log().mean())


def d_loss_bce(real_logits, fake_logits):
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return F.binary_cross_entropy(p, torch.ones_like(p)) + F.binary_cross_entropy(q, torch.zeros_like(q))


def d_loss_logsigmoid(real_logits, fake_logits):
    value = F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()
    return -value


def d_loss_relu_identity(real_logits, fake_logits):
    def softplus(a):
        return torch.relu(a) + torch.log1p(torch.exp(-a.abs()))

    return softplus(-real_logits).mean() + softplus(fake_logits).mean()


def g_loss_logsigmoid(fake_logits):
    return F.logsigmoid(-fake_logits).mean()


def g_loss_negated_bce(fake_logits):
    return -F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))


def g_loss_logaddexp(fake_logits):
    return -torch.logaddexp(fake_logits, torch.zeros(())).sum() / fake_logits.numel()


# --- steps --------------------------------------------------------------------------------------------


def optimizers(generator, discriminator, lr, momentum):
    return tuple(
        torch.optim.SGD(list(m.parameters()), lr=lr, momentum=momentum) for m in (generator, discriminator)
    )


def d_step_no_grad(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fake = generator(noise(len(real)))
    d_optimizer.zero_grad()
    value = loss(discriminator(real), discriminator(fake))
    value.backward()
    d_optimizer.step()
    return value.item()


def d_step_without_detach(generator, discriminator, d_optimizer, real, noise, loss):
    """Leaves gradients in G, which G's own step clears before use."""
    d_optimizer.zero_grad(set_to_none=False)
    value = loss(discriminator(real), discriminator(generator(noise(real.shape[0]))))
    value.backward()
    d_optimizer.step()
    return float(value.detach())


def d_step_noise_in_portions(generator, discriminator, d_optimizer, real, noise, loss):
    z = torch.cat([noise(1), noise(len(real) - 1)])
    value = loss(discriminator(real), discriminator(generator(z).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.detach().numpy()[()]


def d_step_one_pass(generator, discriminator, d_optimizer, real, noise, loss):
    for p in generator.parameters():
        p.requires_grad_(False)
    both = torch.cat([real, generator(noise(len(real)))])
    for p in generator.parameters():
        p.requires_grad_(True)
    logits = discriminator(both)
    value = loss(logits[: len(real)], logits[len(real) :])
    discriminator.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.tolist()


def g_step_plain(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()


def g_step_frozen(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.requires_grad_(False)
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad()
    value.backward()
    g_optimizer.step()
    discriminator.requires_grad_(True)
    return value.item()


def g_step_by_grad(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    own = list(generator.parameters())
    for p, slope in zip(own, torch.autograd.grad(value, own), strict=True):
        p.grad = slope
    g_optimizer.step()
    return value.item()


def loop_for(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"].append(g_step())
    return history


def loop_while(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    while len(g) < steps:
        for _ in range(k):
            real = sample_real()
            d.append(d_step(real))
        g.append(g_step())
    return {"g": g, "d": d, "rounds": len(g)}


RIGHT = {
    "optimal_discriminator": [d_star_by_odds, d_star_guarded],
    "value_function": [value_by_where, value_by_clamp, value_by_trapezoid, value_by_dot],
    "make_generator": [g_lazy, g_normed, g_batch_norm, g_class],
    "make_discriminator": [d_flat, d_dropout, d_class],
    "discriminator_loss": [
        d_loss_bce_logits,
        d_loss_clamped,
        d_loss_bce,
        d_loss_logsigmoid,
        d_loss_relu_identity,
    ],
    "saturating_generator_loss": [g_loss_logsigmoid, g_loss_negated_bce, g_loss_logaddexp],
    "make_optimizers": [optimizers],
    "discriminator_step": [d_step_no_grad, d_step_without_detach, d_step_noise_in_portions, d_step_one_pass],
    "generator_step": [g_step_plain, g_step_frozen, g_step_by_grad],
    "algorithm_1": [loop_for, loop_while],
}
