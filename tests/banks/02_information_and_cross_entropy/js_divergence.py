# %% correct · by_entropies
import math
import torch


def js_divergence(p, q, base=2.0):
    def h(x):
        return torch.special.entr(x).sum() / math.log(base)

    return h((p + q) / 2) - (h(p) + h(q)) / 2

# %% correct · clamped
import math


def js_divergence(p, q, base=2.0):
    a, b = p.clamp_min(1e-12), q.clamp_min(1e-12)
    m = (a + b) / 2
    return 0.5 * ((a * (a / m).log()).sum() + (b * (b / m).log()).sum()) / math.log(base)

# %% correct · epsilon_in_mixture
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2 + 1e-12
    return ((torch.xlogy(p, p / m) + torch.xlogy(q, q / m)).sum() / 2) / math.log(base)

# %% correct · kl_div
import math
import torch.nn.functional as F


def js_divergence(p, q, base=2.0):
    m = ((p + q) / 2).clamp_min(1e-30).log()
    both = F.kl_div(m, p, reduction="sum") + F.kl_div(m, q, reduction="sum")
    return both / 2 / math.log(base)

# %% correct · nansum
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    both = torch.stack([p * (p / m).log(), q * (q / m).log()])
    return torch.nansum(both) / 2 / math.log(base)

# %% correct · numpy
import numpy as np
import torch


def js_divergence(p, q, base=2.0):
    a, b = p.double().numpy(), q.double().numpy()
    m = (a + b) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.nan_to_num(a * np.log(a / m)) + np.nan_to_num(b * np.log(b / m))
    return torch.tensor(terms.sum() / 2 / np.log(base))

# %% correct · own_entropy
def js_divergence(p, q, base=2.0):
    return entropy((p + q) / 2, base) - 0.5 * entropy(p, base) - 0.5 * entropy(q, base)

# %% correct · own_kl
def js_divergence(p, q, base=2.0):
    m = 0.5 * (p + q)
    return 0.5 * kl_divergence(p, m, base) + 0.5 * kl_divergence(q, m, base)

# %% correct · posterior_information
def js_divergence(p, q, base=2.0):
    s = p + q
    d = torch.where(s > 0, p / torch.where(s > 0, s, 1.0), 0.5)
    v = torch.xlogy(p, d) + torch.xlogy(q, 1 - d)
    return (v.sum() + math.log(4)) / 2 / math.log(base)

# %% correct · scipy_squared
from scipy.spatial.distance import jensenshannon
def js_divergence(p, q, base=2.0):
    return torch.tensor(jensenshannon(p.double().numpy(), q.double().numpy(), base) ** 2)

# %% correct · two_divergences
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    kl_p = (torch.xlogy(p, p) - torch.xlogy(p, m)).sum()
    kl_q = (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()
    return (kl_p + kl_q) / 2 / math.log(base)

# %% correct · value_of_the_game
import math
import torch


def js_divergence(p, q, base=2.0):
    d = p / (p + q).clamp_min(1e-30)
    v = torch.xlogy(p, d).sum() + torch.xlogy(q, 1 - d).sum()
    return (v + math.log(4)) / 2 / math.log(base)

# %% correct · where
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    left = torch.where(p > 0, p * torch.log(p / m), 0.0)
    right = torch.where(q > 0, q * torch.log(q / m), 0.0)
    return (left + right).sum() / (2 * math.log(base))

# %% wrong · always_bits · wrong_base
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    nats = (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2
    return nats / math.log(2)

# %% wrong · always_nats · wrong_base
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2

# %% wrong · default_nats · wrong_base
def js_divergence(p, q, base=math.e):
    m = (p + q) / 2
    return ((torch.xlogy(p, p) - torch.xlogy(p, m)).sum() + (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()) / 2 / math.log(base)

# %% wrong · entropies_unweighted · entropies
def js_divergence(p, q, base=2.0):
    return entropy((p + q) / 2, base) - entropy(p, base) - entropy(q, base)

# %% wrong · entropy_of_mixture · entropies
def js_divergence(p, q, base=2.0):
    return entropy((p + q) / 2, base)

# %% wrong · geometric · geometric_mixture
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p * q).sqrt()
    return (torch.xlogy(p, p / m) + torch.xlogy(q, q / m)).sum() / 2 / math.log(base)

# %% wrong · harmonic
def js_divergence(p, q, base=2.0):
    m = 2 * p * q / (p + q)
    return ((torch.xlogy(p, p) - torch.xlogy(p, m)).sum() + (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()) / 2 / math.log(base)

# %% wrong · kl_div_default · mean_for_sum
import math
import torch.nn.functional as F


def js_divergence(p, q, base=2.0):
    m = ((p + q) / 2).log()
    return (F.kl_div(m, p) + F.kl_div(m, q)) / 2 / math.log(base)

# %% wrong · mean_for_sum · mean_for_sum
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).mean() / 2 / math.log(base)

# %% wrong · mixture_not_halved · mixture_not_halved
import math
import torch


def js_divergence(p, q, base=2.0):
    m = p + q
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2 / math.log(base)

# %% wrong · nan_at_zero · nan_at_zero
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return ((p * torch.log(p / m)).sum() + (q * torch.log(q / m)).sum()) / 2 / math.log(base)

# %% wrong · negative · sign
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, m) - torch.xlogy(p, p) + torch.xlogy(q, m) - torch.xlogy(q, q)).sum() / 2 / math.log(base)

# %% wrong · no_mixture · no_mixture
import math
import torch


def js_divergence(p, q, base=2.0):
    return ((p - q) * torch.log(p / q)).sum() / 2 / math.log(base)

# %% wrong · not_halved · not_halved
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / math.log(base)

# %% wrong · only_common_outcomes · nan_at_zero
import math
import torch


def js_divergence(p, q, base=2.0):
    there = (p > 0) & (q > 0)
    a, b = p[there], q[there]
    m = (a + b) / 2
    return ((a * torch.log(a / m)).sum() + (b * torch.log(b / m)).sum()) / 2 / math.log(base)

# %% wrong · only_p · one_sided
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p) - torch.xlogy(p, m)).sum() / math.log(base)

# %% wrong · per_outcome · not_one_number
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (torch.xlogy(p, p / m) + torch.xlogy(q, q / m)) / 2 / math.log(base)

# %% wrong · plain_kl · kl_only
import math
import torch


def js_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)

# %% wrong · reversed · reversed
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    return (2 * torch.xlogy(m, m) - torch.xlogy(m, p) - torch.xlogy(m, q)).sum() / 2 / math.log(base)

# %% wrong · scipy_distance · square_root
import torch


def js_divergence(p, q, base=2.0):
    from scipy.spatial.distance import jensenshannon

    return torch.tensor(float(jensenshannon(p.numpy(), q.numpy(), base)))

# %% wrong · square_root · square_root
import math
import torch


def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    js = (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2 / math.log(base)
    return js.clamp_min(0).sqrt()

# %% wrong · total_variation · other_distance
def js_divergence(p, q, base=2.0):
    return (p - q).abs().sum() / 2

# %% noisy · comments
import math
import torch


def js_divergence(p, q, base=2.0):
    # Δ ist klein, wenn p ≈ q
    μ = (p + q) / 2
    Δ = sum((torch.xlogy(x, x) - torch.xlogy(x, μ)).sum() for x in (p, q))
    print("JS:", float(Δ) / 2)
    return Δ / 2 / math.log(base)

# %% noisy · plots
import math
import torch


def js_divergence(p, q, base=2.0):
    import matplotlib.pyplot as plt

    m = (p + q) / 2
    figure = plt.figure()
    plt.plot(m.numpy())
    plt.close(figure)
    return (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2 / math.log(base)

# %% wrong · sum_as_mixture · mixture_not_halved
def js_divergence(p, q, base=2.0):
    """Return JS(p, q) of two distributions of shape (K,), in units of `base`, as a scalar tensor."""
    m = p + q
    kl_p = (torch.xlogy(p, p) - torch.xlogy(p, m)).sum()
    kl_q = (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()
    return 0.5 * (kl_p + kl_q) / math.log(base)

# %% wrong · the_distance · square_root
def js_divergence(p, q, base=2.0):
    m = (p + q) / 2
    h = torch.special.entr
    js = h(m).sum() - (h(p).sum() + h(q).sum()) / 2
    return js.clamp(min=0).div(math.log(base)).sqrt()

# %% wrong · mean_of_both_directions · no_mixture
def js_divergence(p, q, base=2.0):
    def kl(a, b):
        return (torch.xlogy(a, a) - torch.xlogy(a, b)).sum()

    return 0.5 * (kl(p, q) + kl(q, p)) / math.log(base)

# %% wrong · from_the_mixture · reversed
def js_divergence(p, q, base=2.0):
    m = 0.5 * (p + q)
    to_p = (torch.xlogy(m, m) - torch.xlogy(m, p)).sum()
    to_q = (torch.xlogy(m, m) - torch.xlogy(m, q)).sum()
    return 0.5 * (to_p + to_q) / math.log(base)

# %% wrong · batchmean · mean_for_sum
def js_divergence(p, q, base=2.0):
    seen = (p + q) > 0
    p, q = p[seen], q[seen]
    log_m = ((p + q) / 2).log()
    both = F.kl_div(log_m, p, reduction="batchmean") + F.kl_div(log_m, q, reduction="batchmean")
    return both / (2 * math.log(base))

# %% wrong · overlap_only · nan_at_zero
def js_divergence(p, q, base=2.0):
    both = (p > 0) & (q > 0)
    p, q = p[both], q[both]
    m = 0.5 * (p + q)
    return 0.5 * ((p * (p / m).log()).sum() + (q * (q / m).log()).sum()) / math.log(base)

# %% wrong · mixture_in_place · modifies_inputs
def js_divergence(p, q, base=2.0):
    m = p
    m += q
    m /= 2
    kl_p = (torch.xlogy(p, p) - torch.xlogy(p, m)).sum()
    kl_q = (torch.xlogy(q, q) - torch.xlogy(q, m)).sum()
    return 0.5 * (kl_p + kl_q) / math.log(base)

# %% wrong · nan_for_shared_zeros · nan_at_zero
def js_divergence(p, q, base=2.0):
    m = 0.5 * (p + q)
    return 0.5 * (torch.xlogy(p, p / m) + torch.xlogy(q, q / m)).sum() / math.log(base)

# %% correct · information_about_the_coin
def js_divergence(p, q, base=2.0):
    # H(coin) - H(coin | x), the coin having two fair sides
    joint = torch.stack([p, q]) / 2
    h_x_and_coin = torch.special.entr(joint).sum()
    h_x = torch.special.entr(joint.sum(dim=0)).sum()
    return (math.log(2) + h_x - h_x_and_coin) / math.log(base)

# %% correct · two_halves_by_kl_div
def js_divergence(p, q, base=2.0):
    def half(one):
        there = one > 0
        m = torch.lerp(p, q, 0.5)[there]
        return F.kl_div(m.log(), one[there], reduction="sum") / 2

    return sum(map(half, (p, q))) / math.log(base)
