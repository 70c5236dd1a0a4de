# %% correct · bernoulli
from torch.distributions import Bernoulli


def saturating_generator_loss(fake_logits):
    nobody = torch.zeros_like(fake_logits)
    return Bernoulli(logits=fake_logits).log_prob(nobody).mean()

# %% correct · clamped_log
def saturating_generator_loss(fake_logits):
    d = torch.sigmoid(fake_logits)
    return torch.log(torch.clamp(1 - d, min=1e-7)).mean()

# %% correct · class_with_call
class Saturating(nn.Module):
    def forward(self, logits):
        return torch.einsum("i->", F.logsigmoid(-logits.view(-1))) / logits.shape[0]


_loss = Saturating()


def saturating_generator_loss(fake_logits):
    return _loss(fake_logits)

# %% correct · cross_entropy
def saturating_generator_loss(fake_logits):
    a = fake_logits.reshape(-1, 1)
    two = torch.cat([a, torch.zeros_like(a)], dim=1)
    return -F.cross_entropy(two, torch.ones(len(a), dtype=torch.long))

# %% correct · eps_log
def saturating_generator_loss(fake_logits: torch.Tensor) -> torch.Tensor:
    return torch.log(1.0 - torch.sigmoid(fake_logits) + 1e-8).mean()

# %% correct · eps_twelve
def saturating_generator_loss(fake_logits):
    return (1 - fake_logits.sigmoid() + 1e-12).log().mean()

# %% correct · log1p_exp
def saturating_generator_loss(fake_logits):
    big = torch.relu(fake_logits)
    return -(big + torch.log1p(torch.exp(-fake_logits.abs()))).mean()

# %% correct · log_softmax
def saturating_generator_loss(fake_logits):
    a = fake_logits.reshape(-1, 1)
    two = torch.cat([torch.zeros_like(a), a], dim=1)
    return F.log_softmax(two, dim=1)[:, 0].mean()

# %% correct · logaddexp_sum
def saturating_generator_loss(fake_logits):
    a = fake_logits.flatten()
    n = a.numel()
    return -torch.logaddexp(a, torch.zeros_like(a)).sum() / n

# %% correct · logsigmoid
def saturating_generator_loss(fake_logits):
    # 1 - sigmoid(a) = sigmoid(-a)
    return F.logsigmoid(-fake_logits).mean()

# %% correct · minus_a_plus_logsigmoid
def saturating_generator_loss(fake_logits):
    """log(1 - s(a)) = log s(a) - a."""
    return (F.logsigmoid(fake_logits) - fake_logits).mean()

# %% correct · negated_bce
def saturating_generator_loss(fake_logits):
    return -F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))

# %% correct · one_logit_at_a_time
def saturating_generator_loss(fake_logits):
    def log_one_minus_sigmoid(a):
        return -torch.logaddexp(a, torch.zeros_like(a))

    total = 0.0
    for a in fake_logits.flatten():
        total = total + log_one_minus_sigmoid(a)
    return total / fake_logits.numel()

# %% correct · returns_double
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits.double()).mean()

# %% correct · sigmoid_bce
def saturating_generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits)
    loss = nn.BCELoss()(p, torch.zeros_like(p))
    return loss.neg()

# %% correct · softmax_column
def saturating_generator_loss(fake_logits):
    a = fake_logits.reshape(-1, 1)
    pair = torch.cat([a, torch.zeros_like(a)], dim=1)  # (real, fake)
    return torch.log_softmax(pair, dim=1)[:, 1].mean()

# %% correct · softplus
def saturating_generator_loss(fake_logits):
    return -F.softplus(fake_logits).mean()

# %% correct · where_branches
def saturating_generator_loss(fake_logits):
    a = fake_logits
    neg = torch.where(a > 0, -a, a)
    return (torch.where(a > 0, -a, torch.zeros_like(a)) - torch.log1p(torch.exp(neg))).mean()

# %% wrong · batch_minus_one
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).sum() / max(len(fake_logits) - 1, 1)

# %% wrong · clamp_at_nine · clamped_flat
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-torch.clamp(fake_logits, -9.0, 9.0)).mean()

# %% wrong · clamp_ten · clamped_flat
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits.clamp(min=-10, max=10)).mean()

# %% wrong · data_attribute · detached
def saturating_generator_loss(fake_logits):
    return torch.log(1 - torch.sigmoid(fake_logits.data) + 1e-8).mean()

# %% wrong · detached · detached
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits.detach()).mean()

# %% wrong · eps_large · clamped_flat
def saturating_generator_loss(fake_logits):
    return torch.log(1 - torch.sigmoid(fake_logits) + 1e-2).mean()

# %% wrong · fixed_batch_size · fixed_batch_size
def saturating_generator_loss(fake_logits):
    batch_size = 128
    return F.logsigmoid(-fake_logits).sum() / batch_size

# %% wrong · hardsigmoid · unrecognised
def saturating_generator_loss(fake_logits):
    return torch.log(1 - F.hardsigmoid(fake_logits) + 1e-3).mean()

# %% wrong · hinge · hinge
def saturating_generator_loss(fake_logits):
    return F.relu(1 - fake_logits).mean()

# %% wrong · in_place · modifies_inputs
def saturating_generator_loss(fake_logits):
    fake_logits *= -1
    return F.logsigmoid(fake_logits).mean()

# %% wrong · least_squares · least_squares
def saturating_generator_loss(fake_logits):
    return ((torch.sigmoid(fake_logits) - 1) ** 2).mean()

# %% wrong · log10 · wrong_base
def saturating_generator_loss(fake_logits):
    return torch.log10(1 - torch.sigmoid(fake_logits) + 1e-9).mean()

# %% wrong · log1p_of_minus_sigmoid · overflows
def saturating_generator_loss(fake_logits):
    return torch.log1p(-torch.sigmoid(fake_logits)).mean()

# %% wrong · log_d · wrong_way
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(fake_logits).mean()

# %% wrong · log_of_mean · log_of_mean
def saturating_generator_loss(fake_logits):
    return torch.log(1 - torch.sigmoid(fake_logits).mean())

# %% wrong · log_of_mean_2 · log_of_mean
def saturating_generator_loss(fake_logits):
    a = fake_logits.flatten()
    return torch.logsumexp(F.logsigmoid(-a), dim=0) - math.log(len(a))

# %% wrong · mean_of_two · averaged
def saturating_generator_loss(fake_logits):
    return 0.5 * F.logsigmoid(-fake_logits).mean()

# %% wrong · mean_over_last_dim · one_shape_only
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).mean(dim=-1)

# %% wrong · nan_to_num · overflows
def saturating_generator_loss(fake_logits):
    return torch.nan_to_num(torch.log(1 - torch.sigmoid(fake_logits))).mean()

# %% wrong · no_log · no_logarithm
def saturating_generator_loss(fake_logits):
    return (1 - torch.sigmoid(fake_logits)).mean()

# %% wrong · non_saturating · non_saturating
def saturating_generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits).mean()

# %% wrong · non_saturating_2 · wrong_way
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(fake_logits).mean()

# %% wrong · non_saturating_bce · non_saturating
def saturating_generator_loss(fake_logits):
    return F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))

# %% wrong · non_saturating_summed · non_saturating
def saturating_generator_loss(fake_logits):
    return F.softplus(-fake_logits).sum()

# %% wrong · numpy · becomes_number
import numpy as np


def saturating_generator_loss(fake_logits):
    a = fake_logits.detach().numpy()
    return np.mean(-np.log1p(np.exp(np.minimum(a, 30))))

# %% wrong · one_column_only · one_shape_only
def saturating_generator_loss(fake_logits):
    n, _ = fake_logits.shape
    return -F.softplus(fake_logits).sum() / n

# %% wrong · one_outside · one_outside_log
def saturating_generator_loss(fake_logits):
    return (1 - F.logsigmoid(fake_logits)).mean()

# %% wrong · overflows · overflows
def saturating_generator_loss(fake_logits):
    return torch.log(1 - torch.sigmoid(fake_logits)).mean()

# %% wrong · per_sample · mean_missing
def saturating_generator_loss(fake_logits):
    return -F.softplus(fake_logits)

# %% wrong · probabilities · expects_probabilities
def saturating_generator_loss(fake_logits):
    return torch.log(1 - fake_logits).mean()

# %% wrong · probabilities_clamped · expects_probabilities
def saturating_generator_loss(fake_logits):
    return torch.log((1 - fake_logits).clamp(min=1e-8)).mean()

# %% wrong · python_float · becomes_number
def saturating_generator_loss(fake_logits):
    return float(F.logsigmoid(-fake_logits).mean())

# %% wrong · rebuilt_tensor · detached
def saturating_generator_loss(fake_logits):
    terms = [-math.log1p(math.exp(-abs(a))) - max(a, 0.0) for a in fake_logits.flatten().tolist()]
    return torch.tensor(sum(terms) / len(terms), requires_grad=True)

# %% wrong · remembers · unrecognised
_running = {"mean": None}


def saturating_generator_loss(fake_logits):
    loss = F.logsigmoid(-fake_logits).mean()
    old = _running["mean"]
    _running["mean"] = loss.detach() if old is None else 0.9 * old + 0.1 * loss.detach()
    return loss if old is None else 0.9 * old + 0.1 * loss

# %% wrong · sharp_softplus · unrecognised
def saturating_generator_loss(fake_logits):
    return -F.softplus(fake_logits, beta=1, threshold=2).mean()

# %% wrong · sigmoid_of_minus_a · overflows
def saturating_generator_loss(fake_logits):
    # 1 - sigmoid(a) = sigmoid(-a), which is stable
    return torch.log(torch.sigmoid(-fake_logits)).mean()

# %% wrong · sigmoid_twice · sigmoid_twice
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-torch.sigmoid(fake_logits)).mean()

# %% wrong · summed · mean_missing
def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).sum()

# %% wrong · tanh_for_sigmoid · unrecognised
def saturating_generator_loss(fake_logits):
    d = (torch.tanh(fake_logits) + 1) / 2
    return torch.log(1 - d + 1e-8).mean()

# %% wrong · wasserstein · no_logarithm
def saturating_generator_loss(fake_logits):
    return -fake_logits.mean()

# %% wrong · with_no_grad_sigmoid · detached
def saturating_generator_loss(fake_logits):
    with torch.no_grad():
        d = torch.sigmoid(fake_logits)
    return torch.log(1 - d).mean() + 0 * fake_logits.sum()

# %% wrong · wrong_way · wrong_way
def saturating_generator_loss(fake_logits):
    return F.softplus(fake_logits).mean()

# %% noisy · tqdm_and_sleep
import time

from tqdm.auto import tqdm


def saturating_generator_loss(fake_logits):
    total = 0
    for a in tqdm(fake_logits.reshape(-1)):
        total = total - F.softplus(a)
    time.sleep(0.02)
    return total / fake_logits.numel()

# %% noisy · warns
import warnings


def saturating_generator_loss(fake_logits):
    if fake_logits.abs().max() > 10:
        warnings.warn("very large logits!", UserWarning)
    print("μ =", fake_logits.mean().item())
    μ = F.logsigmoid(-fake_logits).mean()
    return μ
