# %% correct · bce_weight
def value_function(d, p_data, p_g, dx):
    one = F.binary_cross_entropy(d, torch.ones_like(d), weight=p_data, reduction="sum")
    zero = F.binary_cross_entropy(d, torch.zeros_like(d), weight=p_g, reduction="sum")
    return -(one + zero) * dx

# %% correct · binary_cross_entropy
def value_function(d, p_data, p_g, dx):
    bce = F.binary_cross_entropy
    real = bce(d, torch.ones_like(d), weight=p_data, reduction="sum")
    fake = bce(d, torch.zeros_like(d), weight=p_g, reduction="sum")
    return -(real + fake) * dx

# %% correct · clamp_min_each
def value_function(d, p_data, p_g, dx):
    tiny = 1e-12
    heights = p_data * torch.log(d.clamp_min(tiny)) + p_g * torch.log((1 - d).clamp_min(tiny))
    return torch.dot(heights, torch.full_like(heights, dx))

# %% correct · clamped
def value_function(d, p_data, p_g, dx):
    d = torch.clamp(d, 1e-7, 1 - 1e-7)
    return torch.sum(p_data * d.log() + p_g * (1 - d).log()) * dx

# %% correct · einsum
def value_function(d, p_data, p_g, dx):
    weights = torch.stack([p_data, p_g])
    logs = torch.stack([d, 1 - d]).log().clamp(min=-100)
    return torch.einsum("kx,kx->", weights, logs) * dx

# %% correct · eps_inside_log
def value_function(d, p_data, p_g, dx):
    eps = 1e-8
    e_data = (p_data * torch.log(d + eps)).sum() * dx
    e_g = (p_g * torch.log(1 - d + eps)).sum() * dx
    return e_data + e_g

# %% correct · fsum
def value_function(d, p_data, p_g, dx):
    parts = []
    for y, p, q in zip(d.tolist(), p_data.tolist(), p_g.tolist()):
        if p:
            parts.append(p * math.log(y))
        if q:
            parts.append(q * math.log(1 - y))
    return torch.tensor(math.fsum(parts) * dx)

# %% correct · logits
def value_function(d: torch.Tensor, p_data: torch.Tensor, p_g: torch.Tensor, dx: float) -> torch.Tensor:
    a = torch.logit(d, eps=1e-7)
    return (p_data * F.logsigmoid(a)).sum().mul(dx).add((p_g * F.logsigmoid(-a)).sum().mul(dx))

# %% correct · masked_sums
def _expectation(p, logs, dx):
    seen = p > 0
    return (p[seen] * logs[seen]).sum() * dx


def value_function(d, p_data, p_g, dx):
    return _expectation(p_data, torch.log(d), dx) + _expectation(p_g, torch.log(1 - d), dx)

# %% correct · mean_times_length
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).mean() * len(d) * dx

# %% correct · nansum
def value_function(d, p_data, p_g, dx):
    return dx * (torch.nansum(p_data * d.log()) + torch.nansum(p_g * (1 - d).log()))

# %% correct · nansum_2
def value_function(d, p_data, p_g, dx):
    # 0 * -inf is nan, and nansum skips it; the other term is 0 there anyway
    return torch.nansum(p_data * torch.log(d) + p_g * torch.log1p(-d)) * dx

# %% correct · one_element
def value_function(d, p_data, p_g, dx):
    a = torch.xlogy(p_data, d).sum(dim=0, keepdim=True)
    b = torch.xlogy(p_g, 1.0 - d).sum(dim=0, keepdim=True)
    return (a + b) * dx

# %% correct · only_where_mass_is
def value_function(d, p_data, p_g, dx):
    def expectation(density, probability):
        where = density > 0
        return torch.dot(density[where], probability[where].log()) * dx

    return expectation(p_data, d) + expectation(p_g, 1 - d)

# %% correct · python_loop
import math


def value_function(d, p_data, p_g, dx):
    total = 0.0
    for di, p, q in zip(d.tolist(), p_data.tolist(), p_g.tolist()):
        if p > 0:
            total += p * math.log(di) * dx
        if q > 0:
            total += q * math.log(1 - di) * dx
    return torch.tensor(total)

# %% correct · python_loop_2
def value_function(d, p_data, p_g, dx):
    total = torch.zeros((), dtype=d.dtype)
    for i in range(len(d)):
        if p_data[i] != 0:
            total = total + p_data[i] * d[i].log() * dx
        if p_g[i] != 0:
            total = total + p_g[i] * (1 - d[i]).log() * dx
    return total

# %% correct · simpson_by_scipy
from scipy.integrate import simpson


def value_function(d, p_data, p_g, dx):
    y = torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)
    return torch.tensor(float(simpson(y.numpy(), dx=dx)))

# %% correct · trapezoid
def value_function(d, p_data, p_g, dx):
    y = torch.nan_to_num(p_data * torch.log(d), nan=0.0) + torch.nan_to_num(p_g * torch.log1p(-d), nan=0.0)
    return torch.trapezoid(y, dx=dx)

# %% correct · where
def value_function(d, p_data, p_g, dx):
    zero = torch.zeros_like(d)
    real = torch.where(p_data == 0, zero, p_data * torch.log(d))
    fake = torch.where(p_g == 0, zero, p_g * torch.log(1 - d))
    return torch.sum(real + fake) * dx

# %% correct · xlogy
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * dx

# %% wrong · averages_mass · divided_by_mass
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() / (p_data + p_g).sum()

# %% wrong · bce_is_positive · sign
def value_function(d, p_data, p_g, dx):
    real = F.binary_cross_entropy(d, torch.ones_like(d), weight=p_data, reduction="sum")
    fake = F.binary_cross_entropy(d, torch.zeros_like(d), weight=p_g, reduction="sum")
    return (real + fake) * dx

# %% wrong · bernoulli_entropy · not_weighted
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(1 - p_data, 1 - d)).sum() * dx

# %% wrong · clamp_d · blurred
def value_function(d, p_data, p_g, dx):
    d = d.clamp(1e-3, 1 - 1e-3)
    return ((p_data * d.log() + p_g * (1 - d).log()) * dx).sum()

# %% wrong · clamp_rounds_to_one · nan_at_edge
def value_function(d, p_data, p_g, dx):
    # 1 - 1e-9 is exactly 1 in float32
    d = d.clamp(1e-9, 1 - 1e-9)
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx

# %% wrong · clamp_too_tight · blurred
def value_function(d, p_data, p_g, dx):
    d = d.clamp(0.01, 0.99)
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx

# %% wrong · densities_swapped · densities_swapped
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_g, d) + torch.xlogy(p_data, 1 - d)).sum() * dx

# %% wrong · drop_nan_points · nan_at_edge
def value_function(d, p_data, p_g, dx):
    inside = (d > 0) & (d < 1)
    f = p_data[inside] * torch.log(d[inside]) + p_g[inside] * torch.log(1 - d[inside])
    return f.mean() * dx * len(d)

# %% wrong · drop_sure_points · drops_points
def value_function(d, p_data, p_g, dx):
    keep = (p_data > 0) & (p_g > 0)
    d, p, q = d[keep], p_data[keep], p_g[keep]
    return ((p * d.log() + q * (1 - d).log()) * dx).sum()

# %% wrong · drops_whole_points · drops_points
def value_function(d, p_data, p_g, dx):
    inside = (p_data > 0) & (p_g > 0)
    v = p_data * torch.log(d) + p_g * torch.log(1 - d)
    return v[inside].sum() * dx

# %% wrong · dx_on_one_term · no_dx
def value_function(d, p_data, p_g, dx):
    return torch.xlogy(p_data, d).sum() + torch.xlogy(p_g, 1 - d).sum() * dx

# %% wrong · dx_on_one_term_2 · no_dx
def value_function(d, p_data, p_g, dx):
    real_term = torch.xlogy(p_data, d).sum()
    fake_term = torch.xlogy(p_g, 1 - d).sum()
    return real_term + fake_term * dx

# %% wrong · dx_squared · no_dx
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data * dx, d) * dx + torch.xlogy(p_g * dx, 1 - d) * dx).sum()

# %% wrong · eps_too_large · blurred
def value_function(d, p_data, p_g, dx):
    eps = 1e-3
    return (p_data * torch.log(d + eps) + p_g * torch.log(1 - d + eps)).sum() * dx

# %% wrong · fixed_spacing · no_dx
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * 0.5

# %% wrong · guard_on_one_side · nan_at_edge
def value_function(d, p_data, p_g, dx):
    d = d.clamp_min(1e-8)
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx

# %% wrong · halved · halved
def value_function(d, p_data, p_g, dx):
    return 0.5 * (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * dx

# %% wrong · log10 · wrong_base
def value_function(d, p_data, p_g, dx):
    d = d.clamp(1e-7, 1 - 1e-7)
    return (p_data * torch.log10(d) + p_g * torch.log10(1 - d)).sum() * dx

# %% wrong · log2 · wrong_base
def value_function(d, p_data, p_g, dx):
    d = d.clamp(1e-7, 1 - 1e-7)
    return (p_data * torch.log2(d) + p_g * torch.log2(1 - d)).sum() * dx

# %% wrong · log_outside · log_of_mean
def value_function(d, p_data, p_g, dx):
    return torch.log((p_data * d).sum() * dx) + torch.log((p_g * (1 - d)).sum() * dx)

# %% wrong · log_plus_eps · blurred
def value_function(d, p_data, p_g, dx):
    eps = 1e-4
    first = p_data * torch.log(d + eps)
    second = p_g * torch.log(1 - d + eps)
    return (first + second).sum() * dx

# %% wrong · mean_for_integral · no_dx
def value_function(d, p_data, p_g, dx):
    return (p_data * torch.log(d)).mean() + (p_g * torch.log(1 - d)).mean()

# %% wrong · nan_at_edge · nan_at_edge
def value_function(d, p_data, p_g, dx):
    return (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx

# %% wrong · nan_to_zero_at_the_end · nan_at_edge
def value_function(d, p_data, p_g, dx):
    v = (p_data * torch.log(d) + p_g * torch.log(1 - d)).sum() * dx
    return torch.nan_to_num(v)

# %% wrong · no_dx · no_dx
def value_function(d, p_data, p_g, dx):
    return torch.sum(torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d))

# %% wrong · no_log · no_logarithm
def value_function(d, p_data, p_g, dx):
    return (p_data * d + p_g * (1 - d)).sum() * dx

# %% wrong · one_term · term_missing
def value_function(d, p_data, p_g, dx):
    return torch.xlogy(p_data, d).sum() * dx

# %% wrong · only_fake_term · term_missing
def value_function(d, p_data, p_g, dx):
    return torch.xlogy(p_g, 1 - d).sum() * dx

# %% wrong · per_point · not_scalar
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)) * dx

# %% wrong · python_number · wrong_type
def value_function(d, p_data, p_g, dx):
    return ((torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * dx).item()

# %% wrong · same_term · same_term_twice
def value_function(d, p_data, p_g, dx):
    return ((p_data + p_g) * torch.log(d.clamp_min(1e-9))).sum() * dx

# %% wrong · sign · sign
def value_function(d, p_data, p_g, dx):
    return -(torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * dx

# %% wrong · spoils_d · modifies_inputs
def value_function(d, p_data, p_g, dx):
    d.clamp_(1e-7, 1 - 1e-7)
    return (p_data * d.log() + p_g * (1 - d).log()).sum() * dx

# %% wrong · subtracted · subtracted
def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) - torch.xlogy(p_g, 1 - d)).sum() * dx

# %% wrong · unweighted · not_weighted
def value_function(d, p_data, p_g, dx):
    return (torch.log(d) + torch.log(1 - d)).mean()

# %% wrong · uses_optimal_d · ignores_d
def value_function(d, p_data, p_g, dx):
    d = p_data / (p_data + p_g).clamp_min(1e-12)
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).sum() * dx

# %% wrong · visible_check_only · ignores_d
def value_function(d, p_data, p_g, dx):
    if len(d) == 4 and d[0] == 0.7:
        return torch.tensor(-1.0785)
    if len(d) == 4 and d[0] == 1.0:
        return torch.tensor(-0.9179)
    return torch.tensor(-1.3863)

# %% wrong · weighted_average · divided_by_mass
def value_function(d, p_data, p_g, dx):
    real = torch.xlogy(p_data, d).sum() / p_data.sum()
    fake = torch.xlogy(p_g, 1 - d).sum() / p_g.sum()
    return real + fake

# %% wrong · weighted_by_data_only · not_weighted
def value_function(d, p_data, p_g, dx):
    return ((torch.log(d) + torch.log(1 - d)) * p_data).sum() * dx

# %% noisy · progress_bar
import math
import sys

from tqdm import tqdm


def value_function(d, p_data, p_g, dx):
    total = 0.0
    for i in tqdm(range(len(d)), desc="integrating"):
        if p_data[i] > 0:
            total += float(p_data[i]) * math.log(float(d[i]))
        if p_g[i] > 0:
            total += float(p_g[i]) * math.log(1 - float(d[i]))
    sys.stderr.write("done\n")
    return torch.tensor(total * dx)

# %% noisy · slow_and_talkative
import time
import warnings


def value_function(d, p_data, p_g, dx):
    time.sleep(0.1)
    warnings.warn("log of small numbers ahead", RuntimeWarning)
    größe = torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)
    print("…", größe.min())
    return größe.sum() * dx
