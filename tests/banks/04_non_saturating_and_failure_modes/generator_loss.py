# %% correct · bernoulli
from torch.distributions import Bernoulli


def generator_loss(fake_logits):
    return -Bernoulli(logits=fake_logits).log_prob(torch.ones_like(fake_logits)).mean()

# %% correct · clamped_log
def generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits).clamp(min=1e-12)
    return torch.mean(-torch.log(p))

# %% correct · class_with_call
class NonSaturating(nn.Module):
    def forward(self, fake_logits):
        return torch.einsum("i->", -F.logsigmoid(fake_logits.view(-1))) / fake_logits.numel()


generator_loss = NonSaturating()

# %% correct · criterion_object
criterion = nn.BCEWithLogitsLoss()


def generator_loss(fake_logits):
    real_label = torch.full(fake_logits.shape, 1.0, device=fake_logits.device, dtype=fake_logits.dtype)
    return criterion(fake_logits, real_label)

# %% correct · double_inside
def generator_loss(fake_logits):
    return F.softplus(-fake_logits.double()).mean().float()

# %% correct · eps_log
def generator_loss(fake_logits):
    d = torch.sigmoid(fake_logits)
    return -(torch.log(d + 1e-8)).mean()

# %% correct · flipped_labels
def generator_loss(fake_logits):
    return F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))

# %% correct · log_softmax
def generator_loss(fake_logits):
    a = fake_logits.flatten()
    pair = torch.stack([a, torch.zeros_like(a)], dim=-1)
    return F.cross_entropy(pair, torch.zeros(len(a), dtype=torch.long))

# %% correct · logaddexp
def generator_loss(fake_logits):
    zero = torch.zeros_like(fake_logits)
    return torch.logaddexp(zero, -fake_logits).sum() / fake_logits.numel()

# %% correct · logsigmoid
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits).mean()

# %% correct · python_loop
def generator_loss(fake_logits):
    total = 0.0
    for a in fake_logits.reshape(-1):
        total = total + F.softplus(-a)
    return total / len(fake_logits)

# %% correct · relu_identity
def generator_loss(fake_logits):
    a = fake_logits.reshape(-1)
    return (torch.relu(-a) + torch.log1p(torch.exp(-a.abs()))).mean()

# %% correct · sigmoid_then_bce
def generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits)
    return F.binary_cross_entropy(p, torch.ones_like(p))

# %% correct · softplus_of_minus
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).mean()

# %% wrong · batch_of_128 · fixed_batch_size
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).sum() / 128

# %% wrong · bce_of_logits · expects_probabilities
def generator_loss(fake_logits):
    return F.binary_cross_entropy(fake_logits, torch.ones_like(fake_logits))

# %% wrong · both_terms · no_logarithm
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).mean() - F.softplus(fake_logits).mean()

# %% wrong · clamp_probability · clamped_flat
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits).clamp(1e-3, 1 - 1e-3)).mean()

# %% wrong · clamped_at_four · clamped_flat
def generator_loss(fake_logits):
    return F.softplus(-fake_logits.clamp(-4, 4)).mean()

# %% wrong · column_against_row
def generator_loss(fake_logits):
    labels = torch.ones(len(fake_logits))
    return (F.softplus(-fake_logits) * labels + F.softplus(fake_logits) * (1 - labels)).sum() / fake_logits.numel()

# %% wrong · d_loss_with_real · raises
def generator_loss(fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(-fake_logits).mean()

# %% wrong · data_attribute · detached
def generator_loss(fake_logits):
    return F.softplus(-fake_logits.data).mean()

# %% wrong · detached · detached
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits.detach()).mean()

# %% wrong · eps_large · clamped_flat
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits) + 1e-2).mean()

# %% wrong · exp_overflows · overflows
def generator_loss(fake_logits):
    return torch.log(1 + torch.exp(-fake_logits)).mean()

# %% wrong · halved · scaled
def generator_loss(fake_logits):
    return 0.5 * F.softplus(-fake_logits).mean()

# %% wrong · hinge · hinge
def generator_loss(fake_logits):
    return F.relu(1 - fake_logits).mean()

# %% wrong · labels_not_flipped · maximises_instead
def generator_loss(fake_logits):
    return F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · least_squares · least_squares
def generator_loss(fake_logits):
    return ((fake_logits - 1) ** 2).mean()

# %% wrong · log2 · wrong_base
def generator_loss(fake_logits):
    return -torch.log2(torch.sigmoid(fake_logits).clamp(min=1e-12)).mean()

# %% wrong · log_of_mean · log_of_mean
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits).mean().clamp(min=1e-12))

# %% wrong · maximises_log_d · maximises_instead
def generator_loss(fake_logits):
    return F.logsigmoid(fake_logits).mean()

# %% wrong · mean_of_rows
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits).mean(dim=-1)

# %% wrong · minus_bce_with_ones · maximises_instead
def generator_loss(fake_logits):
    return -F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))

# %% wrong · nan_to_num
def generator_loss(fake_logits):
    return torch.nan_to_num(-torch.log(torch.sigmoid(fake_logits)), posinf=0.0).mean()

# %% wrong · new_tensor · detached
def generator_loss(fake_logits):
    return torch.tensor(F.softplus(-fake_logits).mean().item(), requires_grad=True)

# %% wrong · no_grad · detached
def generator_loss(fake_logits):
    with torch.no_grad():
        loss = F.softplus(-fake_logits).mean()
    return loss

# %% wrong · no_log · no_logarithm
def generator_loss(fake_logits):
    return -torch.sigmoid(fake_logits).mean()

# %% wrong · none · wrong_type
def generator_loss(fake_logits):
    loss = F.softplus(-fake_logits).mean()

# %% wrong · numpy · becomes_number
import numpy as np


def generator_loss(fake_logits):
    return np.log1p(np.exp(-fake_logits.detach().numpy())).mean()

# %% wrong · of_mean_logit · log_of_mean
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits.mean())

# %% wrong · one_outside · one_outside_log
def generator_loss(fake_logits):
    return (1 - F.logsigmoid(fake_logits)).mean()

# %% wrong · overflows · overflows
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits)).mean()

# %% wrong · per_sample · mean_missing
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits)

# %% wrong · probabilities · expects_probabilities
def generator_loss(fake_logits):
    return -torch.log(fake_logits).mean()

# %% wrong · probabilities_clamped · expects_probabilities
def generator_loss(fake_logits):
    return -torch.log(fake_logits.clamp(1e-7, 1 - 1e-7)).mean()

# %% wrong · python_float · becomes_number
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).mean().item()

# %% wrong · saturating · saturating_loss
def generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).mean()

# %% wrong · saturating_bce · saturating_loss
def generator_loss(fake_logits):
    return -F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · sigmoid_twice · sigmoid_twice
def generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits)
    return F.binary_cross_entropy_with_logits(p, torch.ones_like(p))

# %% wrong · smoothed · label_smoothing
def generator_loss(fake_logits):
    return F.binary_cross_entropy_with_logits(fake_logits, torch.full_like(fake_logits, 0.9))

# %% wrong · soft_margin · overflows
def generator_loss(fake_logits):
    return F.soft_margin_loss(fake_logits, torch.ones_like(fake_logits))

# %% wrong · softplus_sign · maximises_instead
def generator_loss(fake_logits):
    return F.softplus(fake_logits).mean()

# %% wrong · sum_of_both · both_losses
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · summed · mean_missing
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits).sum()

# %% wrong · summed_saturating · saturating_loss
def generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).sum()

# %% wrong · unbiased_mean
def generator_loss(fake_logits):
    n = fake_logits.numel()
    return F.softplus(-fake_logits).sum() / max(n - 1, 1)

# %% wrong · wasserstein · no_logarithm
def generator_loss(fake_logits):
    return -fake_logits.mean()

# %% noisy · plots
import matplotlib.pyplot as plt


def generator_loss(fake_logits):
    figure, ax = plt.subplots()
    ax.hist(fake_logits.detach().flatten().numpy())
    plt.close(figure)
    return -F.logsigmoid(fake_logits).mean()

# %% noisy · warns_and_prints
import logging
import warnings


def generator_loss(fake_logits):
    warnings.warn("non-saturating", UserWarning, stacklevel=2)
    logging.getLogger(__name__).warning("mean logit %s", fake_logits.mean().item())
    verlust = F.softplus(-fake_logits).mean()
    print(f"Verlust: {verlust.item():.3f}")
    return verlust

# %% wrong · soft_margin_again · overflows
def generator_loss(fake_logits):
    return F.soft_margin_loss(fake_logits, torch.ones_like(fake_logits))

# %% correct · flipped_bce_of_sigmoid
def generator_loss(fake_logits):
    d = torch.sigmoid(fake_logits)
    return F.binary_cross_entropy(d, torch.ones_like(d))  # flipped labels

# %% correct · tiny_eps
def generator_loss(fake_logits):
    return -torch.log(torch.sigmoid(fake_logits) + 1e-7).mean()

# %% wrong · smoothed_label · label_smoothing
def generator_loss(fake_logits):
    return F.binary_cross_entropy_with_logits(fake_logits, torch.full_like(fake_logits, 0.9))

# %% wrong · mean_first · log_of_mean
def generator_loss(fake_logits):
    return F.softplus(-fake_logits.mean())

# %% correct · along_the_batch
def generator_loss(fake_logits):
    return -F.logsigmoid(fake_logits).sum(0) / len(fake_logits)

# %% wrong · nan_slope · overflows
def generator_loss(fake_logits):
    a = fake_logits
    easy = torch.log(1 + torch.exp(-a))
    return torch.where(a < -30, -a, easy).mean()

# %% wrong · value_only_stable
def generator_loss(fake_logits):
    sat = F.logsigmoid(-fake_logits).mean()
    ns = -F.logsigmoid(fake_logits).mean()
    return sat + (ns - sat).detach()

# %% correct · logsumexp
def generator_loss(fake_logits):
    a = fake_logits.flatten()
    return torch.logsumexp(torch.stack([torch.zeros_like(a), -a]), dim=0).mean()

# %% correct · one_class_nll
def generator_loss(fake_logits):
    a = fake_logits.view(-1, 1)
    scores = torch.cat([torch.zeros_like(a), a], dim=1)
    return F.nll_loss(scores.log_softmax(dim=1), torch.ones(len(a), dtype=torch.long))

# %% correct · two_branches
def generator_loss(fake_logits):
    def minus_log_sigmoid(a):
        positive = a >= 0
        size = torch.where(positive, a, -a)
        tail = torch.log1p(torch.exp(-size))
        return torch.where(positive, tail, size + tail)

    return torch.sum(minus_log_sigmoid(fake_logits)) / fake_logits.numel()
