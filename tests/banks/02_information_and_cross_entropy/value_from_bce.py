# %% correct · fake_by_symmetry
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    ones = torch.ones_like
    bce = F.binary_cross_entropy_with_logits
    return -(bce(real_logits, ones(real_logits)) + bce(-fake_logits, ones(fake_logits)))

# %% correct · logsigmoid
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()

# %% correct · module
import torch


def value_from_bce(real_logits, fake_logits):
    criterion = torch.nn.BCEWithLogitsLoss()
    a, b = real_logits.flatten(), fake_logits.flatten()
    return -(criterion(a, torch.ones(len(a))) + criterion(b, torch.zeros(len(b))))

# %% correct · own_bce
import torch


def value_from_bce(real_logits, fake_logits):
    on_real = bce_from_logits(real_logits, torch.ones_like(real_logits))
    on_fake = bce_from_logits(fake_logits, torch.zeros_like(fake_logits))
    return -1 * (on_real + on_fake)

# %% correct · pos_weight
def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    n, m = real_logits.numel(), fake_logits.numel()
    y = torch.cat([torch.ones(n), torch.zeros(m)])
    return -F.binary_cross_entropy_with_logits(a, y, pos_weight=torch.tensor(m / n), reduction="sum") / m

# %% correct · repeated_to_balance
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    n, m = real_logits.numel(), fake_logits.numel()
    a = torch.cat([real_logits.reshape(-1).repeat(m), fake_logits.reshape(-1).repeat(n)])
    y = torch.cat([torch.ones(n * m), torch.zeros(n * m)])
    return -2 * F.binary_cross_entropy_with_logits(a, y)

# %% correct · softplus
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return -F.softplus(-real_logits).mean() - F.softplus(fake_logits).mean()

# %% correct · twice_the_mean_of_two
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    parts = [bce(real_logits, real_logits.new_ones(real_logits.shape))]
    parts.append(bce(fake_logits, fake_logits.new_zeros(fake_logits.shape)))
    return -2 * torch.stack(parts).mean()

# %% correct · two_calls
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return -bce(real_logits, torch.ones_like(real_logits)) - bce(fake_logits, torch.zeros_like(fake_logits))

# %% correct · weighted_batch
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    n, m = real_logits.numel(), fake_logits.numel()
    y = torch.cat([torch.ones(n), torch.zeros(m)])
    w = torch.cat([torch.full((n,), 1 / n), torch.full((m,), 1 / m)])
    return -F.binary_cross_entropy_with_logits(a, y, weight=w, reduction="sum")

# %% correct · weights
def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    n, m = real_logits.numel(), fake_logits.numel()
    y = torch.cat([torch.ones(n), torch.zeros(m)])
    w = torch.where(y > 0, (n + m) / (2 * n), (n + m) / (2 * m))
    return -2 * F.binary_cross_entropy_with_logits(a, y, weight=w)

# %% wrong · all_ones · same_label
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return -bce(real_logits, torch.ones_like(real_logits)) - bce(fake_logits, torch.ones_like(fake_logits))

# %% wrong · as_probabilities · expects_probabilities
import torch


def value_from_bce(real_logits, fake_logits):
    return torch.log(real_logits).mean() + torch.log(1 - fake_logits).mean()

# %% wrong · bits · wrong_base
import math
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return (F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()) / math.log(2)

# %% wrong · cut_to_equal
def value_from_bce(real_logits, fake_logits):
    n = min(len(real_logits), len(fake_logits))
    return F.logsigmoid(real_logits[:n]).mean() + F.logsigmoid(-fake_logits[:n]).mean()

# %% wrong · fakes_detached · one_side_detached
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits.detach()).mean()

# %% wrong · halved · halved
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    on_real, on_fake = bce(real_logits, torch.ones_like(real_logits)), bce(fake_logits, torch.zeros_like(fake_logits))
    return -(on_real + on_fake) / 2

# %% wrong · in_place · modifies_inputs
def value_from_bce(real_logits, fake_logits):
    fake_logits.neg_()
    return F.logsigmoid(real_logits).mean() + F.logsigmoid(fake_logits).mean()

# %% wrong · item · becomes_number
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return (F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()).item()

# %% wrong · labels_swapped · labels_swapped
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return -bce(real_logits, torch.zeros_like(real_logits)) - bce(fake_logits, torch.ones_like(fake_logits))

# %% wrong · overflows · overflows
import torch


def value_from_bce(real_logits, fake_logits):
    return torch.log(torch.sigmoid(real_logits)).mean() + torch.log(1 - torch.sigmoid(fake_logits)).mean()

# %% wrong · pooled · pooled
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits, fake_logits])
    y = torch.cat([torch.ones_like(real_logits), torch.zeros_like(fake_logits)])
    return -2 * F.binary_cross_entropy_with_logits(a, y)

# %% wrong · pooled_loss · sign
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits, fake_logits])
    y = torch.cat([torch.ones_like(real_logits), torch.zeros_like(fake_logits)])
    return 2 * F.binary_cross_entropy_with_logits(a, y)

# %% wrong · pooled_without_factor · pooled_once
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits, fake_logits])
    y = torch.cat([torch.ones_like(real_logits), torch.zeros_like(fake_logits)])
    return -F.binary_cross_entropy_with_logits(a, y)

# %% wrong · pos_weight_wrong
def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    n, m = real_logits.numel(), fake_logits.numel()
    y = torch.cat([torch.ones(n), torch.zeros(m)])
    return -2 * F.binary_cross_entropy_with_logits(a, y, pos_weight=torch.tensor(m / n))

# %% wrong · real_only · one_term
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return -F.binary_cross_entropy_with_logits(real_logits, torch.ones_like(real_logits))

# %% wrong · sigmoid_twice · sigmoid_twice
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -bce(p, torch.ones_like(p)) - bce(q, torch.zeros_like(q))

# %% wrong · sign · sign
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · subtracted · subtracted
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return -bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · summed · mean_missing
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return F.logsigmoid(real_logits).sum() + F.logsigmoid(-fake_logits).sum()

# %% noisy · prints
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    real_part = F.logsigmoid(real_logits).mean()
    fake_part = F.logsigmoid(-fake_logits).mean()
    print(f"{real_part.item():.3f} + {fake_part.item():.3f}")
    return real_part + fake_part

# %% noisy · warns_when_unbalanced
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    import warnings

    if len(real_logits) != len(fake_logits):
        warnings.warn("the batch is not balanced", stacklevel=1)
    return -F.softplus(-real_logits).mean() - F.softplus(fake_logits).mean()

# %% wrong · one_mean_over_all · pooled
def value_from_bce(real_logits, fake_logits):
    """Return V of a batch in nats, a scalar tensor; the batches may differ in size."""
    logits = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    labels = torch.cat([torch.ones(real_logits.numel()), torch.zeros(fake_logits.numel())]).to(logits.dtype)
    return -2 * F.binary_cross_entropy_with_logits(logits, labels)

# %% wrong · two_terms_averaged · halved
def value_from_bce(real_logits, fake_logits):
    real = F.binary_cross_entropy_with_logits(real_logits, torch.ones_like(real_logits))
    fake = F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))
    return -(real + fake) / 2

# %% wrong · loss_of_d · sign
def value_from_bce(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · everything_real · same_label
def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return -bce(real_logits, torch.ones_like(real_logits)) - bce(fake_logits, torch.ones_like(fake_logits))

# %% wrong · pairs · pairs_samples
def value_from_bce(real_logits, fake_logits):
    return (F.logsigmoid(real_logits) + F.logsigmoid(-fake_logits)).mean()

# %% wrong · cut_to_size · pairs_samples
def value_from_bce(real_logits, fake_logits):
    n = min(len(real_logits), len(fake_logits))
    real, fake = real_logits.reshape(-1)[:n], fake_logits.reshape(-1)[:n]
    logits = torch.cat([real, fake])
    return -2 * F.binary_cross_entropy_with_logits(logits, torch.cat([torch.ones_like(real), torch.zeros_like(fake)]))

# %% wrong · log_of_the_sigmoid · overflows
def value_from_bce(real_logits, fake_logits):
    d_real, d_fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return d_real.log().mean() + (1 - d_fake).log().mean()

# %% wrong · detached_fakes · one_side_detached
def value_from_bce(real_logits, fake_logits):
    fake_logits = fake_logits.detach()
    real = F.binary_cross_entropy_with_logits(real_logits, torch.ones_like(real_logits))
    fake = F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))
    return -real - fake

# %% correct · one_call_with_weights
def value_from_bce(real_logits, fake_logits):
    real, fake = real_logits.reshape(-1), fake_logits.reshape(-1)
    labels = torch.cat([torch.ones_like(real), torch.zeros_like(fake)])
    weight = torch.cat([torch.full_like(real, 1 / len(real)), torch.full_like(fake, 1 / len(fake))])
    return -F.binary_cross_entropy_with_logits(torch.cat([real, fake]), labels, weight=weight, reduction="sum")

# %% correct · bernoulli_log_prob
def value_from_bce(real_logits, fake_logits):
    def mean_log_likelihood(logits, label):
        coin = torch.distributions.Bernoulli(logits=logits)
        return coin.log_prob(torch.full_like(logits, label)).mean()

    return sum(mean_log_likelihood(a, y) for a, y in ((real_logits, 1.0), (fake_logits, 0.0)))
