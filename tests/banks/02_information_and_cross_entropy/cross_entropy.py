# %% correct · categorical_where_possible
import math
import torch


def cross_entropy(p, q, base=2.0):
    if bool(((q == 0) & (p > 0)).any()):
        return torch.tensor(float("inf"))
    surprise = -torch.distributions.Categorical(probs=q).logits
    return (p * surprise).sum() / math.log(base)

# %% correct · divergence_plus_entropy
import math
import torch


def cross_entropy(p, q, base=2.0):
    kl = (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()
    return (kl - torch.xlogy(p, p).sum()) / math.log(base)

# %% correct · dot_of_kept
import math
import torch


def cross_entropy(p, q, base=2.0):
    keep = p.nonzero().flatten()
    return torch.dot(p[keep], -q[keep].log2()) / math.log2(base)

# %% correct · double_precision
import math
import torch


def cross_entropy(p, q, base=2.0):
    return (-torch.xlogy(p.double(), q.double()).sum() / math.log(base)).float()

# %% correct · drops_zeros
import math
import torch


def cross_entropy(p, q, base=2.0):
    there = p > 0
    return -(p[there] * torch.log(q[there])).sum() / math.log(base)

# %% correct · f_nll
def cross_entropy(p, q, base=2.0):
    keep = p > 0
    return F.nll_loss(torch.log(q[keep])[None].expand(int(keep.sum()), -1), torch.arange(int(keep.sum())), weight=p[keep], reduction="sum") / math.log(base)

# %% correct · loop
import math
import torch


def cross_entropy(p, q, base=2.0):
    total = 0.0
    for share, believed in zip(p, q):
        if share > 0:
            total = total - share * torch.log(believed)
    return total / math.log(base)

# %% correct · masked_fill
import math


def cross_entropy(p, q, base=2.0):
    terms = (p * q.log()).masked_fill(p == 0, 0.0)
    return -terms.sum() / math.log(base)

# %% correct · nansum
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.nansum(p * torch.log(q)) / math.log(base)

# %% correct · power_product
def cross_entropy(p, q, base=2.0):
    return -torch.log(torch.prod(q ** p)) / math.log(base)

# %% correct · where
import math
import torch


def cross_entropy(p, q, base=2.0):
    terms = torch.where(p > 0, -p * torch.log(q), torch.zeros_like(p))
    return terms.sum() / math.log(base)

# %% correct · xlogy
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).sum() / math.log(base)

# %% wrong · always_bits · wrong_base
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).sum() / math.log(2)

# %% wrong · always_nats · wrong_base
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).sum()

# %% wrong · believed_entropy · entropy_only
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(q, q).sum() / math.log(base)

# %% wrong · clipped · finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p * torch.log(q.clamp_min(1e-12))).sum() / math.log(base)

# %% wrong · default_nats · wrong_base
def cross_entropy(p, q, base=math.e):
    return -torch.xlogy(p, q).sum() / math.log(base)

# %% wrong · detached · detached
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q.detach()).sum() / math.log(base)

# %% wrong · divergence · divergence
import math
import torch


def cross_entropy(p, q, base=2.0):
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum() / math.log(base)

# %% wrong · drops_zeros_of_q · finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    there = q > 0
    return -(p[there] * torch.log(q[there])).sum() / math.log(base)

# %% wrong · epsilon · finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p * torch.log(q + 1e-9)).sum() / math.log(base)

# %% wrong · mean_for_sum · mean_for_sum
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).mean() / math.log(base)

# %% wrong · multiplies_base · wrong_base
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q).sum() * math.log(base)

# %% wrong · nan_at_zero · nan_at_zero
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p * torch.log(q)).sum() / math.log(base)

# %% wrong · nan_to_num · finite_where_impossible
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.nan_to_num(p * torch.log(q)).sum() / math.log(base)

# %% wrong · number · becomes_number
import math
import torch


def cross_entropy(p, q, base=2.0):
    return float(-torch.xlogy(p, q).sum() / math.log(base))

# %% wrong · outer_table · not_weighted
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(p[:, None] * torch.log(q)[None, :]).sum() / math.log(base)

# %% wrong · own_entropy · entropy_only
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, p).sum() / math.log(base)

# %% wrong · per_outcome · not_one_number
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q) / math.log(base)

# %% wrong · positive · sign
import math
import torch


def cross_entropy(p, q, base=2.0):
    return torch.xlogy(p, q).sum() / math.log(base)

# %% wrong · q_renormalised_on_p · nan_at_zero
def cross_entropy(p, q, base=2.0):
    q = torch.where(p > 0, q, torch.zeros_like(q))
    q = q / q.sum()
    return -torch.xlogy(p, q).sum() / math.log(base)

# %% wrong · rebuilt · detached
import math
import torch


def cross_entropy(p, q, base=2.0):
    return torch.tensor(float(-torch.xlogy(p, q).sum()) / math.log(base))

# %% wrong · sum_not_log · no_logarithm
def cross_entropy(p, q, base=2.0):
    return -(p * q).sum()

# %% wrong · swapped · swapped
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(q, p).sum() / math.log(base)

# %% wrong · symmetric · symmetric
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(torch.xlogy(p, q) + torch.xlogy(q, p)).sum() / 2 / math.log(base)

# %% wrong · torch_bce · binary
import math
import torch.nn.functional as F


def cross_entropy(p, q, base=2.0):
    return F.binary_cross_entropy(q, p) / math.log(base)

# %% wrong · treats_q_as_scores · no_logarithm
import math
import torch.nn.functional as F


def cross_entropy(p, q, base=2.0):
    return F.cross_entropy(q[None], p[None]) / math.log(base)

# %% wrong · unweighted · not_weighted
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -torch.log(q).mean() / math.log(base)

# %% wrong · with_complements · binary
import math
import torch


def cross_entropy(p, q, base=2.0):
    return -(torch.xlogy(p, q) + torch.xlogy(1 - p, 1 - q)).sum() / math.log(base)

# %% noisy · asserts_and_warns
import math
import torch


def cross_entropy(p, q, base=2.0):
    import warnings

    assert p.shape == q.shape
    if (q == 0).any():
        warnings.warn("q holds zeros", stacklevel=2)
    return torch.sum(-torch.xlogy(p, q)) / math.log(base)

# %% noisy · verbose
import math
import torch


def cross_entropy(p, q, base=2.0):
    total = -torch.xlogy(p, q).sum()
    for i in range(len(p)):
        print(i, float(p[i]), float(q[i]))
    return total / math.log(base)

# %% wrong · changed_places · swapped
def cross_entropy(p, q, base=2.0):
    """Return H(p, q) of two distributions of shape (K,), in units of `base`, as a scalar tensor."""
    return -torch.xlogy(q, p).sum() / math.log(base)

# %% wrong · clipped_belief · finite_where_impossible
def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q.clamp_min(1e-12)).sum() / math.log(base)

# %% wrong · shared_outcomes_only · finite_where_impossible
def cross_entropy(p, q, base=2.0):
    both = (p > 0) & (q > 0)
    return -(p[both] * q[both].log()).sum() / math.log(base)

# %% wrong · repaired_nans · finite_where_impossible
def cross_entropy(p, q, base=2.0):
    terms = torch.nan_to_num(p * torch.log(q), nan=0.0)
    return -terms.sum() / math.log(base)

# %% wrong · any_zero_is_infinite · nan_at_zero
def cross_entropy(p, q, base=2.0):
    if bool((q == 0).any()):
        return torch.tensor(math.inf)
    return -(p * q.log()).sum() / math.log(base)

# %% wrong · loss_of_pytorch · no_logarithm
def cross_entropy(p, q, base=2.0):
    return F.cross_entropy(q, p) / math.log(base)

# %% wrong · numbers_one_by_one · detached
def cross_entropy(p, q, base=2.0):
    total = 0.0
    for pi, qi in zip(p.tolist(), q.tolist()):
        if pi > 0:
            total += math.inf if qi == 0 else -pi * math.log(qi, base)
    return torch.tensor(total, dtype=q.dtype)

# %% correct · masked_dot_product
def cross_entropy(p, q, base=2.0):
    seen = p > 0
    surprise = -q[seen].log() / math.log(base)
    return p[seen] @ surprise

# %% correct · loop_over_outcomes
def cross_entropy(p, q, base=2.0):
    total = 0 * q[0]
    for weight, belief in zip(p, q):
        if weight > 0:
            total = total - weight * torch.log2(belief)
    return total / math.log2(base)

# %% correct · entropy_plus_pytorchs_kl
def cross_entropy(p, q, base=2.0):
    keep = p.nonzero().flatten()
    p, q = p.index_select(0, keep), q.index_select(0, keep)
    nats = F.kl_div(q.log(), p, reduction="sum") + torch.special.entr(p).sum()
    return nats / math.log(base)

# %% wrong · never_quite_sure · clipped
def cross_entropy(p, q, base=2.0):
    return -torch.xlogy(p, q.clamp(max=0.999)).sum() / math.log(base)
