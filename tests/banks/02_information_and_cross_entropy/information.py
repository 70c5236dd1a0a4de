# %% correct · branches
def information(p, base=2.0):
    if base == 2:
        return -p.log2()
    if base == 10:
        return -p.log10()
    return -p.log() / math.log(base)

# %% correct · by_bce
import math
import torch
import torch.nn.functional as F


def information(p, base=2.0):
    return F.binary_cross_entropy(p, torch.ones_like(p), reduction="none") / math.log(base)

# %% correct · by_division
import math
import torch


def information(p, base=2.0):
    return -torch.log(p) / math.log(base)

# %% correct · by_numpy_constant
import numpy as np
import torch


def information(p, base=2.0):
    return -(torch.log(p) / float(np.log(base)))

# %% correct · by_reciprocal
import math
import torch


def information(p, base=2.0):
    return torch.log(1 / p) / math.log(base)

# %% correct · double_precision
import math


def information(p, base=2.0):
    return (-(p.double().log()) / math.log(base)).float()

# %% correct · elementwise
import math
import torch


def information(p, base=2.0):
    flat = [-math.log(float(value), base) for value in p.reshape(-1)]
    return torch.tensor(flat).reshape(p.shape)

# %% correct · log10_ratio
import math
import torch


def information(p, base=2.0):
    return torch.log10(p) * (-1 / math.log10(base))

# %% correct · log1p
import math
import torch


def information(p, base=2.0):
    return -torch.log1p(p - 1) / math.log(base)

# %% correct · log2_ratio
import math
import torch


def information(p, base=2.0):
    return -torch.log2(p) / math.log2(base)

# %% correct · logit_trick
def information(p, base=2.0):
    return F.softplus(-torch.logit(p, eps=None)) / math.log(base)

# %% correct · tensor_base
import torch


def information(p, base=2.0):
    return -p.log() / torch.log(torch.tensor(base))

# %% wrong · always_bits · wrong_base
import torch


def information(p, base=2.0):
    return -torch.log2(p)

# %% wrong · always_log10 · wrong_base
import torch


def information(p, base=2.0):
    return -torch.log10(p)

# %% wrong · averaged · reduced
import math
import torch


def information(p, base=2.0):
    return -(torch.log(p) / math.log(base)).mean()

# %% wrong · complement · complement
import math
import torch


def information(p, base=2.0):
    return -torch.log(1 - p) / math.log(base)

# %% wrong · default_e · wrong_base
def information(p, base=math.e):
    return -torch.log(p) / math.log(base)

# %% wrong · divides_by_base · wrong_base
import torch


def information(p, base=2.0):
    return -torch.log(p) / base

# %% wrong · flattened · unrecognised
import math
import torch


def information(p, base=2.0):
    return (-torch.log(p) / math.log(base)).reshape(-1)

# %% wrong · ignores_base · wrong_base
import torch


def information(p, base=2.0):
    return -torch.log(p)

# %% wrong · in_place · modifies_inputs
def information(p, base=2.0):
    return p.log_().div_(-math.log(base))

# %% wrong · inverted_base · wrong_base
import math
import torch


def information(p, base=2.0):
    return -math.log(base) / torch.log(p)

# %% wrong · multiplies_base · wrong_base
import math
import torch


def information(p, base=2.0):
    return -torch.log(p) * math.log(base)

# %% wrong · negative_nats · sign
import torch


def information(p, base=2.0):
    return torch.log(p)

# %% wrong · one_minus · no_logarithm
def information(p, base=2.0):
    return 1 - p

# %% wrong · plain_number · wrong_type
import math


def information(p, base=2.0):
    return -math.log(float(p.reshape(-1)[0]), base)

# %% wrong · positive_log · sign
import math
import torch


def information(p, base=2.0):
    return torch.log(p) / math.log(base)

# %% wrong · reciprocal · no_logarithm
def information(p, base=2.0):
    return 1 / p

# %% wrong · rounded · unrecognised
import math
import torch


def information(p, base=2.0):
    return torch.round(-torch.log(p) / math.log(base))

# %% wrong · squeezed
def information(p, base=2.0):
    return (-torch.log(p) / math.log(base)).squeeze()

# %% wrong · summed · reduced
import math
import torch


def information(p, base=2.0):
    return -(torch.log(p) / math.log(base)).sum()

# %% wrong · weighted · weighted
import math
import torch


def information(p, base=2.0):
    return -p * torch.log(p) / math.log(base)

# %% noisy · own_helper
import math


def umrechnungsfaktor(größe):
    # wie viele nats eine Einheit hat
    return math.log(größe)


def information(p, base=2.0):
    überraschung = -p.log()
    return überraschung / umrechnungsfaktor(base)

# %% noisy · prints_and_warns
import math
import torch


def information(p, base=2.0):
    import warnings

    warnings.warn("logarithms ahead", stacklevel=1)
    print("surprise of", p.shape)
    return -torch.log(p) / math.log(base)

# %% wrong · always_bits_too · wrong_base
def information(p, base=2.0):
    """Return the surprise of every probability in `p`, in units of `base`; same shape as `p`."""
    return -torch.log2(p)

# %% wrong · upside_down · wrong_base
def information(p, base=2.0):
    return -torch.log(p) * math.log(base)

# %% wrong · whole_number_base · wrong_base
def information(p, base=2.0):
    return -torch.log(p) / math.log(int(base))

# %% wrong · two_bases_only · wrong_base
def information(p, base=2.0):
    if base == 2:
        return -p.log2()
    return -p.log()

# %% wrong · safe_logarithm · clipped
def information(p, base=2.0):
    eps = 1e-6
    return -torch.log(p + eps) / math.log(base)

# %% wrong · flat_list · shape_lost
def information(p, base=2.0):
    return torch.tensor([-math.log(float(q), base) for q in p.flatten()], dtype=p.dtype)

# %% wrong · in_place_logarithm · modifies_inputs
def information(p, base=2.0):
    return p.log_().div(-math.log(base))

# %% correct · xlogy_with_a_factor
def information(p, base=2.0):
    return torch.xlogy(torch.full_like(p, -1 / math.log(base)), p)

# %% correct · reciprocal_of_two_logs_of_base_10
def information(p, base=2.0):
    def to_base(t):
        return torch.log10(t).div(math.log10(base))

    return to_base(torch.ones_like(p)) - to_base(p)
