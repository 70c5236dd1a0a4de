# %% correct · categorical
import math
import torch


def kl_divergence(p, q, base=2.0):
    C = torch.distributions.Categorical
    return torch.distributions.kl_divergence(C(probs=p), C(probs=q)) / math.log(base)

# %% correct · drops_zeros
import math
import torch


def kl_divergence(p, q, base=2.0):
    there = p > 0
    return (p[there] * torch.log(p[there] / q[there])).sum() / math.log(base)

# %% correct · expected_difference
def kl_divergence(p, q, base=2.0):
    hpq = torch.where(p > 0, -p * q.log(), torch.zeros_like(p)).nansum()
    hp = -torch.nansum(p * p.log())
    return (hpq - hp) / math.log(base)

# %% correct · log2
import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.where(p == 0, torch.zeros_like(p), p * (p.log2() - q.log2())).sum() / math.log2(base)

# %% correct · log_target
def kl_divergence(p, q, base=2.0):
    k = p > 0
    return F.kl_div(q[k].log(), p[k].log(), log_target=True, reduction="sum") / math.log(base)

# %% correct · loop
import math
import torch


def kl_divergence(p, q, base=2.0):
    terms = [x * torch.log(x / y) for x, y in zip(p, q) if x > 0]
    return torch.stack(terms).sum() / math.log(base)

# %% correct · minus_log_of_inverse
import math
import torch


def kl_divergence(p, q, base=2.0):
    return -(torch.xlogy(p, q) - torch.xlogy(p, p)).sum() / math.log(base)

# %% wrong · nansum · nan_slope
import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.nansum(p * torch.log(p / q)) / math.log(base)

# %% correct · own_functions
def kl_divergence(p, q, base=2.0):
    return cross_entropy(p, q, base) - entropy(p, base)

# %% correct · rel_entr
import math
import torch


def kl_divergence(p, q, base=2.0):
    ratio = torch.where(p > 0, p / q, torch.ones_like(p))
    return (p * ratio.log()).sum() / math.log(base)

# %% correct · torch_kl_div_of_kept
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    there = p > 0
    return F.kl_div(q[there].log(), p[there], reduction="sum") / math.log(base)

# %% correct · two_xlogy
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)

# %% wrong · where_ratio · nan_slope
import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.where(p > 0, p * torch.log(p / q), torch.zeros_like(p)).sum() / math.log(base)

# %% wrong · absolute_difference · symmetric
def kl_divergence(p, q, base=2.0):
    return (p - q).abs().sum()

# %% wrong · absolute_terms · size_of_terms
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).abs().sum() / math.log(base)

# %% wrong · always_bits · wrong_base
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(2)

# %% wrong · always_nats · wrong_base
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()

# %% wrong · clamp_min_zero_terms · size_of_terms
def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).clamp_min(0).sum() / math.log(base)

# %% wrong · cross_entropy · cross_entropy
import math
import torch


def kl_divergence(p, q, base=2.0):
    return -torch.xlogy(p, q).sum() / math.log(base)

# %% wrong · default_nats · wrong_base
def kl_divergence(p, q, base=math.e):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)

# %% wrong · detached · detached
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum().detach() / math.log(base)

# %% wrong · difference_of_entropies · entropy_only
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(q, q)).sum() / math.log(base)

# %% wrong · epsilon · finite_where_impossible
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (p * torch.log((p + 1e-9) / (q + 1e-9))).sum() / math.log(base)

# %% wrong · jensen_shannon · symmetric
import math
import torch


def kl_divergence(p, q, base=2.0):
    m = (p + q) / 2
    js = (torch.xlogy(p, p) - torch.xlogy(p, m) + torch.xlogy(q, q) - torch.xlogy(q, m)).sum() / 2
    return js / math.log(base)

# %% wrong · keeps_only_both · finite_where_impossible
import math
import torch


def kl_divergence(p, q, base=2.0):
    there = (p > 0) & (q > 0)
    return (p[there] * torch.log(p[there] / q[there])).sum() / math.log(base)

# %% wrong · mean_for_sum · mean_for_sum
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).mean() / math.log(base)

# %% wrong · multiplies_base · wrong_base
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() * math.log(base)

# %% wrong · nan_at_zero · nan_at_zero
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (p * torch.log(p / q)).sum() / math.log(base)

# %% wrong · negative · sign
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, q) - torch.xlogy(p, p)).sum() / math.log(base)

# %% wrong · per_outcome · not_one_number
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)) / math.log(base)

# %% wrong · reversed · swapped
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(q, q) - torch.xlogy(q, p)).sum() / math.log(base)

# %% wrong · symmetrised · symmetric
import math
import torch


def kl_divergence(p, q, base=2.0):
    return ((p - q) * torch.log(p / q)).sum() / math.log(base)

# %% wrong · torch_default · mean_for_sum
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    return F.kl_div(q.log(), p) / math.log(base)

# %% wrong · torch_nan · nan_at_zero
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    return F.kl_div(q.log(), p, reduction="sum") / math.log(base)

# %% wrong · torch_order · swapped
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    return F.kl_div(p.log(), q, reduction="sum") / math.log(base)

# %% wrong · torch_without_log · no_logarithm
import math
import torch.nn.functional as F


def kl_divergence(p, q, base=2.0):
    return F.kl_div(q, p, reduction="sum") / math.log(base)

# %% wrong · unweighted · not_weighted
import math
import torch


def kl_divergence(p, q, base=2.0):
    return torch.log(p / q).mean() / math.log(base)

# %% wrong · weights_of_q · swapped
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (q * torch.log(p / q)).sum() / math.log(base)

# %% wrong · wrong_entropy_taken_off · unrecognised
import math
import torch


def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(q, q) - torch.xlogy(p, q)).sum() / math.log(base)

# %% noisy · prints
import math
import torch


def kl_divergence(p, q, base=2.0):
    kl = (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)
    print("KL(p‖q) =", kl.item())
    return kl

# %% noisy · progress
import math
import torch


def kl_divergence(p, q, base=2.0):
    from tqdm.auto import tqdm

    total = torch.zeros(())
    for x, y in tqdm(list(zip(p, q)), desc="outcomes"):
        total = total + torch.xlogy(x, x) - torch.xlogy(x, y)
    return total / math.log(base)

# %% wrong · backwards · swapped
def kl_divergence(p, q, base=2.0):
    """Return KL(p‖q) of two distributions of shape (K,), in units of `base`, as a scalar tensor."""
    return (torch.xlogy(q, q) - torch.xlogy(q, p)).sum() / math.log(base)

# %% wrong · ratio_first · nan_at_zero
def kl_divergence(p, q, base=2.0):
    return torch.xlogy(p, p / q).sum() / math.log(base)

# %% wrong · default_reduction · mean_for_sum
def kl_divergence(p, q, base=2.0):
    keep = p > 0
    log_q = torch.where(keep, q, torch.ones_like(q)).log()
    return F.kl_div(log_q, p) / math.log(base)

# %% wrong · pytorchs_sum · nan_at_zero
def kl_divergence(p, q, base=2.0):
    return F.kl_div(input=torch.log(q), target=p, reduction="sum") / math.log(base)

# %% wrong · size_of_every_term · size_of_terms
def kl_divergence(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).abs().sum() / math.log(base)

# %% wrong · softened_denominator · finite_where_impossible
def kl_divergence(p, q, base=2.0):
    eps = torch.finfo(q.dtype).eps
    return (torch.xlogy(p, p) - torch.xlogy(p, q + eps)).sum() / math.log(base)

# %% wrong · entropies_of_each · entropy_of_q
def kl_divergence(p, q, base=2.0):
    h_pq = -torch.xlogy(p, q).sum()
    h_q = torch.special.entr(q).sum()
    return (h_pq - h_q) / math.log(base)

# %% wrong · frozen_belief · detached
def kl_divergence(p, q, base=2.0):
    q = q.detach()
    return (torch.xlogy(p, p).sum() - torch.xlogy(p, q).sum()) / math.log(base)

# %% correct · selected_ratios
def kl_divergence(p, q, base=2.0):
    i = torch.nonzero(p, as_tuple=True)
    return (p[i] * (p[i] / q[i]).log2()).sum() / math.log2(base)

# %% correct · masked_kl_div_with_log_target
def kl_divergence(p, q, base=2.0):
    mask = p != 0
    log_p = torch.masked_select(p, mask).log()
    log_q = torch.masked_select(q, mask).log()
    return F.kl_div(log_q, log_p, reduction="sum", log_target=True) / math.log(base)
