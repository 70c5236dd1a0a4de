# %% correct · by_numpy
import numpy as np
import torch


def entropy(p, base=2.0):
    values = p.numpy()
    values = values[values > 0]
    return torch.tensor(-(values * np.log(values)).sum() / np.log(base))

# %% correct · categorical
import math
import torch


def entropy(p, base=2.0):
    return torch.distributions.Categorical(probs=p).entropy() / math.log(base)

# %% correct · dot
import math
import torch


def entropy(p, base=2.0):
    return -(p @ torch.log(torch.where(p == 0, torch.ones_like(p), p))) / math.log(base)

# %% correct · drops_zeros
import math
import torch


def entropy(p, base=2.0):
    q = p[p > 0]
    return -(q * torch.log(q)).sum() / math.log(base)

# %% correct · entr
import math
import torch


def entropy(p, base=2.0):
    return torch.special.entr(p).sum() / math.log(base)

# %% correct · expectation_of_surprise
import math
import torch


def entropy(p, base=2.0):
    surprise = -torch.log(p) / math.log(base)
    return (p[p > 0] * surprise[p > 0]).sum()

# %% correct · log_uniform_minus_kl
def entropy(p, base=2.0):
    k = len(p)
    kl = torch.xlogy(p, p * k).sum()
    return (math.log(k) - kl) / math.log(base)

# %% correct · loop
import math
import torch


def entropy(p, base=2.0):
    total = torch.tensor(0.0)
    for share in p:
        if share > 0:
            total = total - share * torch.log(share) / math.log(base)
    return total

# %% correct · nan_to_num
import math
import torch


def entropy(p, base=2.0):
    return torch.nan_to_num(-p * torch.log2(p)).sum() / math.log2(base)

# %% correct · nansum
import math
import torch


def entropy(p, base=2.0):
    return -torch.nansum(p * p.log()) / math.log(base)

# %% correct · one_element
import math
import torch


def entropy(p, base=2.0):
    return (-torch.xlogy(p, p).sum(0, keepdim=True)) / math.log(base)

# %% correct · p_to_p
def entropy(p, base=2.0):
    return -torch.log(p.double() ** p.double()).sum() / math.log(base)

# %% correct · tiny_epsilon
import math
import torch


def entropy(p, base=2.0):
    return -(p * torch.log(p + 1e-12)).sum() / math.log(base)

# %% correct · where
import math
import torch


def entropy(p, base=2.0):
    return torch.where(p > 0, -p * torch.log(p.clamp_min(1e-30)), 0.0).sum() / math.log(base)

# %% correct · xlogy
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).sum() / math.log(base)

# %% wrong · always_bits · wrong_base
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).sum() / math.log(2)

# %% wrong · always_nats · wrong_base
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).sum()

# %% wrong · default_nats · wrong_base
def entropy(p, base=math.e):
    return -torch.xlogy(p, p).sum() / math.log(base)

# %% wrong · forgets_return · wrong_type
import math
import torch


def entropy(p, base=2.0):
    h = -torch.xlogy(p, p).sum() / math.log(base)
    print(h)
    return None

# %% wrong · gini · no_logarithm
def entropy(p, base=2.0):
    return (p * (1 - p)).sum()

# %% wrong · in_place_mask · modifies_inputs
def entropy(p, base=2.0):
    p[p == 0] = 1.0
    return -(p * torch.log(p)).sum() / math.log(base)

# %% wrong · infinite_at_zero · nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    surprise = torch.where(p > 0, -torch.log(p), torch.full_like(p, float("inf")))
    return (p * surprise).sum() / math.log(base)

# %% wrong · item · wrong_type
import math
import torch


def entropy(p, base=2.0):
    return (-torch.xlogy(p, p).sum() / math.log(base)).item()

# %% wrong · large_epsilon · clipped
import math
import torch


def entropy(p, base=2.0):
    return -(p * torch.log(p + 0.01)).sum() / math.log(base)

# %% wrong · largest_possible · of_uniform
import math
import torch


def entropy(p, base=2.0):
    return torch.tensor(math.log(len(p), base))

# %% wrong · math_log_of_zero · nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    return torch.tensor(-sum(float(x) * math.log(float(x), base) for x in p))

# %% wrong · mean_and_nats · mean_for_sum
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).mean()

# %% wrong · mean_for_sum · mean_for_sum
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).mean() / math.log(base)

# %% wrong · mean_of_surprises · not_weighted
import math
import torch


def entropy(p, base=2.0):
    return -torch.log(p).mean() / math.log(base)

# %% wrong · min_entropy
def entropy(p, base=2.0):
    return -torch.log(p.max()) / math.log(base)

# %% wrong · multiplies_base · wrong_base
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p).sum() * math.log(base)

# %% wrong · nan_at_zero · nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    return -(p * torch.log(p)).sum() / math.log(base)

# %% wrong · one_for_zero · nan_at_zero
import math
import torch


def entropy(p, base=2.0):
    terms = -p * torch.log(p) / math.log(base)
    terms[p == 0] = 1.0
    return terms.sum()

# %% wrong · per_outcome · not_one_number
import math
import torch


def entropy(p, base=2.0):
    return -torch.xlogy(p, p) / math.log(base)

# %% wrong · perplexity · perplexity
import torch


def entropy(p, base=2.0):
    return torch.exp(-torch.xlogy(p, p).sum())

# %% wrong · positive_log · sign
import math
import torch


def entropy(p, base=2.0):
    return torch.xlogy(p, p).sum() / math.log(base)

# %% wrong · sum_of_surprises · not_weighted
import math
import torch


def entropy(p, base=2.0):
    return -torch.log(p).sum() / math.log(base)

# %% wrong · with_complements · binary
import math
import torch


def entropy(p, base=2.0):
    return -(torch.xlogy(p, p) + torch.xlogy(1 - p, 1 - p)).sum() / math.log(base)

# %% noisy · default_dtype_restored
import math
import torch


def entropy(p, base=2.0):
    torch.set_default_dtype(torch.float64)
    try:
        return -torch.xlogy(p.double(), p.double()).sum() / math.log(base)
    finally:
        torch.set_default_dtype(torch.float32)

# %% noisy · logs
import math
import torch


def entropy(p, base=2.0):
    import logging

    logging.getLogger("entropy").warning("p has %d outcomes", len(p))
    h = -torch.xlogy(p, p).sum() / math.log(base)
    print(f"H = {h:.3f}")
    return h

# %% wrong · nan_at_zero_too · nan_at_zero
def entropy(p, base=2.0):
    """Return the entropy of the distribution `p` (K,), in units of `base`, as a scalar tensor."""
    return -(p * torch.log(p)).sum() / math.log(base)

# %% wrong · averaged · mean_for_sum
def entropy(p, base=2.0):
    return -torch.xlogy(p, p).mean() / math.log(base)

# %% wrong · nats_only · wrong_base
def entropy(p, base=2.0):
    return torch.special.entr(p).sum()

# %% wrong · share_of_the_maximum · share_of_the_largest
def entropy(p, base=2.0):
    return torch.special.entr(p).sum() / math.log(len(p))

# %% wrong · zeros_become_ones · modifies_inputs
def entropy(p, base=2.0):
    p[p == 0] = 1.0  # 1 · log 1 = 0
    return -(p * p.log()).sum() / math.log(base)

# %% wrong · probabilities_as_logits · probabilities_as_logits
def entropy(p, base=2.0):
    return torch.distributions.Categorical(logits=p).entropy() / math.log(base)

# %% wrong · a_small_number_inside · clipped
def entropy(p, base=2.0):
    return -(p * torch.log(p + 1e-3)).sum() / math.log(base)

# %% correct · leaves_zeros_out
def entropy(p, base=2.0):
    happens = p[p > 0]
    return torch.dot(happens, happens.reciprocal().log2()) / math.log2(base)

# %% correct · distance_from_equal_letters
def entropy(p, base=2.0):
    equal = torch.full_like(p, -math.log(len(p)))  # logarithms
    extra = F.kl_div(equal, p, reduction="sum")
    return (math.log(len(p)) - extra) / math.log(base)
