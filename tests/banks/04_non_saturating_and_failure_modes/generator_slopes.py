# %% correct · by_autograd
def generator_slopes(logits):
    a = logits.clone().requires_grad_(True)
    (first,) = torch.autograd.grad(-F.softplus(a).mean(), a)
    (second,) = torch.autograd.grad(F.softplus(-a).mean(), a)
    return first, second

# %% correct · exp_of_softplus
def generator_slopes(logits):
    share = 1.0 / len(logits)
    return -share * torch.exp(F.logsigmoid(logits)), -share * torch.exp(F.logsigmoid(-logits))

# %% correct · func_grad
from torch.func import grad


def generator_slopes(logits):
    first = grad(lambda a: torch.log(1 - torch.sigmoid(a)).mean())(logits.double().clamp(-30, 30))
    second = grad(lambda a: -torch.log(torch.sigmoid(a)).mean())(logits.double().clamp(-30, 30))
    return first, second

# %% correct · list_and_numel
def generator_slopes(logits):
    p = torch.sigmoid(logits)
    return [-(p / logits.numel()), (p - 1) / logits.numel()]

# %% correct · loop
def generator_slopes(logits):
    saturating, non_saturating = torch.zeros_like(logits), torch.zeros_like(logits)
    for i, a in enumerate(logits.tolist()):
        s = 1 / (1 + math.exp(-a)) if a >= 0 else math.exp(a) / (1 + math.exp(a))
        c = 1 / (1 + math.exp(a)) if a <= 0 else math.exp(-a) / (1 + math.exp(-a))
        saturating[i], non_saturating[i] = -s / len(logits), -c / len(logits)
    return saturating, non_saturating

# %% correct · numpy_expit
from scipy.special import expit


def generator_slopes(logits):
    a = logits.numpy()
    return torch.from_numpy(-expit(a) / len(a)), torch.from_numpy(-expit(-a) / len(a))

# %% correct · one_minus_in_double
def generator_slopes(logits):
    s = torch.sigmoid(logits.double())
    pair = [-s / len(s), -(1 - s) / len(s)]
    return [p.to(logits.dtype) for p in pair]

# %% correct · sigmoid_of_minus
def generator_slopes(logits):
    n = logits.shape[0]
    return -torch.sigmoid(logits) / n, -torch.sigmoid(-logits) / n

# %% correct · softmax_pair
def generator_slopes(logits):
    p = torch.softmax(torch.stack([logits, torch.zeros_like(logits)], dim=1), dim=1)
    real, fake = p.unbind(dim=1)
    return real.neg().div(logits.size(0)), fake.neg().div(logits.size(0))

# %% correct · stacked
def generator_slopes(logits):
    both = torch.stack([logits, -logits])
    return -both.sigmoid() / both.shape[1]

# %% correct · tanh_form
import torch


def generator_slopes(logits):
    half = torch.tanh(logits / 2) / 2
    return -(0.5 + half) / len(logits), -(0.5 - half) / len(logits)

# %% wrong · clamped_logits
def generator_slopes(logits):
    a = logits.clamp(-5, 5)
    return -torch.sigmoid(a) / len(a), -torch.sigmoid(-a) / len(a)

# %% wrong · dictionary · wrong_type
def generator_slopes(logits):
    n = len(logits)
    return {"saturating": -torch.sigmoid(logits) / n, "non_saturating": -torch.sigmoid(-logits) / n}

# %% wrong · divides_by_column
def generator_slopes(logits):
    return -torch.sigmoid(logits)[:, None] / len(logits), -torch.sigmoid(-logits)[:, None] / len(logits)

# %% wrong · divides_by_five · fixed_batch_size
def generator_slopes(logits):
    return -torch.sigmoid(logits) / 5, -torch.sigmoid(-logits) / 5

# %% wrong · exp_overflows · overflows
def generator_slopes(logits):
    e = torch.exp(logits)
    return -(e / (1 + e)) / len(logits), -(1 / (1 + e)) / len(logits)

# %% wrong · first_positive · one_sign
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    return s / len(s), -(1 - s) / len(s)

# %% wrong · in_d · slope_in_d
def generator_slopes(logits):
    d = torch.sigmoid(logits)
    return -1 / (1 - d) / len(d), -1 / d / len(d)

# %% wrong · in_d_without_mean · slope_in_d
def generator_slopes(logits):
    d = torch.sigmoid(logits)
    return -1 / (1 - d), -1 / d

# %% wrong · in_place · modifies_inputs
def generator_slopes(logits):
    n = len(logits)
    other = -torch.sigmoid(-logits) / n
    return logits.sigmoid_().neg() / n, other

# %% wrong · loss_terms · values_not_slopes
def generator_slopes(logits):
    n = len(logits)
    return F.logsigmoid(-logits) / n, -F.logsigmoid(logits) / n

# %% wrong · losses_values · values_not_slopes
def generator_slopes(logits):
    d = torch.sigmoid(logits)
    return torch.log(1 - d), -torch.log(d)

# %% wrong · mean_forgotten · mean_missing
def generator_slopes(logits):
    return -torch.sigmoid(logits), -torch.sigmoid(-logits)

# %% wrong · nan_to_zero · wrong_when_sure
def generator_slopes(logits):
    e = torch.exp(logits)
    return -torch.nan_to_num(e / (1 + e)) / len(logits), -(1 / (1 + e)) / len(logits)

# %% wrong · no_sigmoid · sigmoid_missing
def generator_slopes(logits):
    return -logits / len(logits), -(1 - logits) / len(logits)

# %% wrong · only_one · wrong_type
def generator_slopes(logits):
    return -torch.sigmoid(-logits) / len(logits)

# %% wrong · positive · sign
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    return s / len(s), (1 - s) / len(s)

# %% wrong · raises · raises
def generator_slopes(logits):
    return torch.autograd.grad(F.softplus(-logits).mean(), logits)

# %% wrong · saturating_twice · same_twice
def generator_slopes(logits):
    s = -torch.sigmoid(logits) / len(logits)
    return s, s

# %% wrong · second_positive · one_sign
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    return -s / len(s), (1 - s) / len(s)

# %% wrong · slope_of_sigmoid · slope_of_sigmoid
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    slope = -s * (1 - s) / len(s)
    return slope, slope

# %% wrong · summed_slopes
def generator_slopes(logits):
    return -torch.sigmoid(logits).mean(), -torch.sigmoid(-logits).mean()

# %% wrong · swapped · swapped
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    return -(1 - s) / len(s), -s / len(s)

# %% wrong · swapped_without_mean · swapped
def generator_slopes(logits):
    return -torch.sigmoid(-logits), -torch.sigmoid(logits)

# %% noisy · prints_and_warns
import warnings


def generator_slopes(logits):
    warnings.warn("deriving…", stacklevel=1)
    σ = torch.sigmoid(logits)
    print("σ:", σ[:3])
    return -σ / len(σ), -torch.sigmoid(-logits) / len(σ)

# %% wrong · exp_over_exp · overflows
def generator_slopes(logits):
    n = len(logits)
    e = torch.exp(logits)
    return -e / (1 + e) / n, -1 / (1 + e) / n

# %% wrong · autograd_of_the_formula · overflows
def generator_slopes(logits):
    a = logits.detach().clone().requires_grad_()
    sat = torch.log(1 - torch.sigmoid(a)).mean()
    ns = -torch.log(torch.sigmoid(a)).mean()
    return torch.autograd.grad(sat, a)[0], torch.autograd.grad(ns, a)[0]

# %% wrong · forgot_to_cancel
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    n = logits.shape[0]
    return -s * (1 - s) / n, -torch.sigmoid(-logits) / n

# %% wrong · no_one_over_n · mean_missing
def generator_slopes(logits):
    return -torch.sigmoid(logits), -torch.sigmoid(-logits)

# %% wrong · one_over_n_once
def generator_slopes(logits):
    return -torch.sigmoid(logits) / len(logits), torch.sigmoid(logits) - 1

# %% wrong · exchanged · swapped
def generator_slopes(logits):
    saturating = -torch.sigmoid(-logits) / len(logits)
    non_saturating = -torch.sigmoid(logits) / len(logits)
    return saturating, non_saturating

# %% wrong · clamp_eight · wrong_when_sure
def generator_slopes(logits):
    a = logits.clamp(-8, 8)
    s = 1 / (1 + torch.exp(-a))
    return -s / a.numel(), -(1 - s) / a.numel()

# %% correct · softmax_pair_again
def generator_slopes(logits):
    two = torch.stack([logits, torch.zeros_like(logits)], dim=1)
    saturating, non_saturating = (-torch.softmax(two, dim=1) / len(logits)).unbind(dim=1)
    return saturating, non_saturating

# %% correct · stable_autograd
def generator_slopes(logits):
    def slope(loss):
        a = logits.detach().clone().requires_grad_()
        return torch.autograd.grad(loss(a), a)[0]

    return slope(lambda a: F.logsigmoid(-a).mean()), slope(lambda a: -F.logsigmoid(a).mean())

# %% correct · through_logarithms
def generator_slopes(logits):
    log_n = math.log(len(logits))
    return tuple(-torch.exp(F.logsigmoid(sign * logits) - log_n) for sign in (1, -1))
