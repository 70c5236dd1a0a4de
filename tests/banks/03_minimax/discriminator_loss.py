# %% correct · autograd_function
class LogSig(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        ctx.save_for_backward(a)
        return -torch.log1p(torch.exp(-a.abs())) + a.clamp_max(0)
    @staticmethod
    def backward(ctx, g):
        (a,) = ctx.saved_tensors
        return g * torch.sigmoid(-a)
def discriminator_loss(real_logits, fake_logits):
    return -LogSig.apply(real_logits).mean() - LogSig.apply(-fake_logits).mean()

# %% correct · bce_module
criterion = nn.BCEWithLogitsLoss()


def discriminator_loss(real_logits, fake_logits):
    real_loss = criterion(real_logits, torch.full_like(real_logits, 1.0))
    fake_loss = criterion(fake_logits, torch.full_like(fake_logits, 0.0))
    return real_loss + fake_loss

# %% correct · bce_of_probabilities
def discriminator_loss(real_logits, fake_logits):
    real, fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return F.binary_cross_entropy(real, torch.ones_like(real)) + F.binary_cross_entropy(fake, torch.zeros_like(fake))

# %% correct · bce_with_logits
def discriminator_loss(real_logits, fake_logits):
    ones, zeros = torch.ones_like(real_logits), torch.zeros_like(fake_logits)
    return F.binary_cross_entropy_with_logits(real_logits, ones) + F.binary_cross_entropy_with_logits(
        fake_logits, zeros
    )

# %% correct · bernoulli_distribution
def discriminator_loss(real_logits, fake_logits):
    score = lambda a, y: torch.distributions.Bernoulli(logits=a).log_prob(torch.full_like(a, y)).mean()
    return -score(real_logits, 1.0) - score(fake_logits, 0.0)

# %% correct · clamped_by_hand
def discriminator_loss(real_logits, fake_logits):
    tiny = 1e-7
    d_real = torch.clamp(torch.sigmoid(real_logits), tiny, 1 - tiny)
    d_fake = torch.clamp(torch.sigmoid(fake_logits), tiny, 1 - tiny)
    return -torch.mean(torch.log(d_real)) - torch.mean(torch.log(1 - d_fake))

# %% correct · cross_entropy_two_classes
def _ce(a, label):
    a = a.flatten()
    two = torch.stack([torch.zeros_like(a), a], dim=1)
    return F.cross_entropy(two, torch.full((len(a),), label))


def discriminator_loss(real_logits, fake_logits):
    return _ce(real_logits, 1) + _ce(fake_logits, 0)

# %% correct · double_precision
def discriminator_loss(real_logits, fake_logits):
    r = real_logits.double().clamp(-30, 30)
    f = fake_logits.double().clamp(-30, 30)
    return (-torch.log(torch.sigmoid(r)).mean() - torch.log(1 - torch.sigmoid(f)).mean()).float()

# %% correct · eps_by_hand
def discriminator_loss(real_logits, fake_logits):
    eps = 1e-8
    d_real, d_fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -(torch.log(d_real + eps).mean() + torch.log(1 - d_fake + eps).mean())

# %% correct · log1p_by_parts
def stable_log_sigmoid(a: torch.Tensor) -> torch.Tensor:
    """log(1/(1+exp(-a))) = min(a, 0) - log(1 + exp(-|a|))."""
    return torch.minimum(a, torch.zeros_like(a)) - torch.log1p(torch.exp(-a.abs()))


def discriminator_loss(real_logits: torch.Tensor, fake_logits: torch.Tensor) -> torch.Tensor:
    real_part = stable_log_sigmoid(real_logits).sum() / real_logits.shape[0]
    fake_part = stable_log_sigmoid(-fake_logits).sum() / fake_logits.shape[0]
    return -real_part - fake_part

# %% correct · logaddexp
def discriminator_loss(real_logits, fake_logits):
    zero = torch.zeros(())
    return torch.logaddexp(zero, -real_logits).mean() + torch.logaddexp(zero, fake_logits).mean()

# %% correct · logaddexp_2
def discriminator_loss(real_logits, fake_logits):
    zero = real_logits.new_zeros(())
    return torch.logaddexp(zero, -real_logits).mean() + torch.logaddexp(zero, fake_logits).mean()

# %% correct · logsigmoid_negated_value
def discriminator_loss(real_logits, fake_logits):
    v = F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()
    return -v  # climb V by descending -V

# %% correct · mean_along_rows
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean(0) + F.softplus(fake_logits).mean(0)

# %% correct · one_concatenated_pass
def discriminator_loss(real_logits, fake_logits):
    r, f = real_logits.reshape(-1), fake_logits.reshape(-1)
    logits = torch.cat([r, f])
    labels = torch.cat([torch.ones(len(r)), torch.zeros(len(f))])
    weights = torch.cat([torch.full((len(r),), 1 / len(r)), torch.full((len(f),), 1 / len(f))])
    return F.binary_cross_entropy_with_logits(logits, labels, weight=weights, reduction="sum")

# %% correct · one_element_tensor
def discriminator_loss(real_logits, fake_logits):
    total = F.softplus(-real_logits).reshape(-1).mean(0, keepdim=True)
    total = total + F.softplus(fake_logits).reshape(-1).mean(0, keepdim=True)
    return total

# %% correct · python_sum
def discriminator_loss(real_logits, fake_logits):
    real = sum(F.softplus(-a) for a in real_logits.reshape(-1)) / len(real_logits)
    fake = sum(F.softplus(a) for a in fake_logits.reshape(-1)) / len(fake_logits)
    return real + fake

# %% correct · relu_identity
def discriminator_loss(real_logits, fake_logits):
    def cost(a, y):
        return (F.relu(a) - a * y + torch.log1p(torch.exp(-torch.abs(a)))).mean()

    return cost(real_logits, 1.0) + cost(fake_logits, 0.0)

# %% correct · sigmoid_then_bce
def discriminator_loss(real_logits, fake_logits):
    p, q = real_logits.sigmoid(), fake_logits.sigmoid()
    return F.binary_cross_entropy(p, torch.ones_like(p)) + F.binary_cross_entropy(q, torch.zeros_like(q))

# %% correct · softplus
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% correct · two_class_cross_entropy
def discriminator_loss(real_logits, fake_logits):
    def ce(a, label):
        a = a.reshape(-1)
        classes = torch.stack([torch.zeros_like(a), a], dim=1)
        return F.cross_entropy(classes, torch.full((len(a),), label, dtype=torch.long))

    return ce(real_logits, 1) + ce(fake_logits, 0)

# %% correct · vmap
def discriminator_loss(real_logits, fake_logits):
    real, fake = real_logits.reshape(-1), fake_logits.reshape(-1)
    return torch.func.vmap(lambda a: F.softplus(-a))(real).mean() + torch.func.vmap(F.softplus)(fake).mean()

# %% correct · weighted_single_bce
def discriminator_loss(real_logits, fake_logits):
    n, m = real_logits.numel(), fake_logits.numel()
    logits = torch.cat([real_logits.flatten(), fake_logits.flatten()])
    labels = torch.cat([torch.ones(n), torch.zeros(m)])
    weight = torch.cat([torch.full((n,), 1 / n), torch.full((m,), 1 / m)])
    return F.binary_cross_entropy_with_logits(logits, labels, weight=weight, reduction="sum")

# %% wrong · all_called_fake · reals_called_fake
def discriminator_loss(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.zeros_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · arguments_swapped · labels_swapped
def discriminator_loss(fake_logits, real_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · averaged · averaged
def discriminator_loss(real_logits, fake_logits):
    return (F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()) / 2

# %% wrong · bce_sum · mean_missing
def discriminator_loss(real_logits, fake_logits):
    bce = nn.BCEWithLogitsLoss(reduction="sum")
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · bce_without_sigmoid · expects_probabilities
def discriminator_loss(real_logits, fake_logits):
    bce = nn.BCELoss()
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · clamp_at_eight · clamped_flat
def discriminator_loss(real_logits, fake_logits):
    r, f = torch.clamp(real_logits, -8, 8), torch.clamp(fake_logits, -8, 8)
    return -F.logsigmoid(r).mean() - F.logsigmoid(-f).mean()

# %% wrong · clamp_at_five · clamped_flat
def discriminator_loss(real_logits, fake_logits):
    r, f = real_logits.clamp(-5, 5), fake_logits.clamp(-5, 5)
    return F.softplus(-r).mean() + F.softplus(f).mean()

# %% wrong · clamp_fifteen · clamped_flat
def discriminator_loss(real_logits, fake_logits):
    real, fake = real_logits.clamp(-15, 15), fake_logits.clamp(-15, 15)
    return -(torch.sigmoid(real).log().mean() + torch.sigmoid(-fake).log().mean())

# %% wrong · clamp_probabilities_at_one_percent · clamped_flat
def discriminator_loss(real_logits, fake_logits):
    d_real = torch.sigmoid(real_logits).clamp(0.01, 0.99)
    d_fake = torch.sigmoid(fake_logits).clamp(0.01, 0.99)
    return -d_real.log().mean() - (1 - d_fake).log().mean()

# %% wrong · column_broadcast · one_shape_only
def discriminator_loss(real_logits, fake_logits):
    real_labels = torch.ones(len(real_logits))
    fake_labels = torch.zeros(len(fake_logits))
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, real_labels) + bce(fake_logits, fake_labels)

# %% wrong · detached · detached
def discriminator_loss(real_logits, fake_logits):
    with torch.no_grad():
        return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · eps_large · clamped_flat
def discriminator_loss(real_logits, fake_logits):
    eps = 1e-3
    return -torch.log(torch.sigmoid(real_logits) + eps).mean() - torch.log(1 - torch.sigmoid(fake_logits) + eps).mean()

# %% wrong · eps_lost_in_float32 · overflows
def discriminator_loss(real_logits, fake_logits):
    d_real = torch.sigmoid(real_logits).clamp(1e-12, 1 - 1e-12)
    d_fake = torch.sigmoid(fake_logits).clamp(1e-12, 1 - 1e-12)
    return -torch.log(d_real).mean() - torch.log(1 - d_fake).mean()

# %% wrong · eps_six · clamped_flat
def discriminator_loss(real_logits, fake_logits):
    d_real, d_fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -(torch.log(d_real + 1e-6).mean() + torch.log(1 - d_fake + 1e-6).mean())

# %% wrong · exp_by_hand · overflows
def discriminator_loss(real_logits, fake_logits):
    return torch.log(1 + torch.exp(-real_logits)).mean() + torch.log(1 + torch.exp(fake_logits)).mean()

# %% wrong · fake_detached · one_side_detached
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits.detach()).mean()

# %% wrong · fake_mean_over_real_count · pooled
def discriminator_loss(real_logits, fake_logits):
    n = len(real_logits)
    return F.softplus(-real_logits).sum() / n + F.softplus(fake_logits).sum() / n

# %% wrong · fakes_called_real · fakes_called_real
def discriminator_loss(real_logits, fake_logits):
    return -F.logsigmoid(real_logits).mean() - F.logsigmoid(fake_logits).mean()

# %% wrong · first_rows
def discriminator_loss(real_logits, fake_logits):
    n = min(len(real_logits), len(fake_logits))
    return F.softplus(-real_logits[:n]).mean() + F.softplus(fake_logits[:n]).mean()

# %% wrong · fixed_batch_size · fixed_batch_size
def discriminator_loss(real_logits, fake_logits):
    return (F.softplus(-real_logits).sum() + F.softplus(fake_logits).sum()) / 64

# %% wrong · flat_targets · one_shape_only
def discriminator_loss(real_logits, fake_logits):
    bce = nn.BCEWithLogitsLoss()
    return bce(real_logits, torch.ones(len(real_logits))) + bce(fake_logits, torch.zeros(len(fake_logits)))

# %% wrong · guarded_by_where · overflows
def discriminator_loss(real_logits, fake_logits):
    def soft(a):
        return torch.where(a > 20, a, torch.log(1 + torch.exp(a)))

    return soft(-real_logits).mean() + soft(fake_logits).mean()

# %% wrong · hinge · hinge
def discriminator_loss(real_logits, fake_logits):
    return F.relu(1 - real_logits).mean() + F.relu(1 + fake_logits).mean()

# %% wrong · item · becomes_number
def discriminator_loss(real_logits, fake_logits):
    return (F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()).item()

# %% wrong · labels_swapped · labels_swapped
def discriminator_loss(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.zeros_like(real_logits)) + bce(fake_logits, torch.ones_like(fake_logits))

# %% wrong · least_squares · least_squares
def discriminator_loss(real_logits, fake_logits):
    return F.mse_loss(real_logits, torch.ones_like(real_logits)) + (fake_logits**2).mean()

# %% wrong · log2 · wrong_base
def discriminator_loss(real_logits, fake_logits):
    d_real = torch.sigmoid(real_logits).clamp(1e-7, 1 - 1e-7)
    d_fake = torch.sigmoid(fake_logits).clamp(1e-7, 1 - 1e-7)
    return -torch.log2(d_real).mean() - torch.log2(1 - d_fake).mean()

# %% wrong · log_of_clamped_logits · expects_probabilities
def discriminator_loss(real_logits, fake_logits):
    eps = 1e-6
    real = real_logits.clamp(eps, 1 - eps)
    fake = fake_logits.clamp(eps, 1 - eps)
    return -torch.log(real).mean() - torch.log(1 - fake).mean()

# %% wrong · log_of_logits · expects_probabilities
def discriminator_loss(real_logits, fake_logits):
    return -torch.log(real_logits).mean() - torch.log(1 - fake_logits).mean()

# %% wrong · log_of_mean · log_of_mean
def discriminator_loss(real_logits, fake_logits):
    return -torch.log(torch.sigmoid(real_logits).mean()) - torch.log(1 - torch.sigmoid(fake_logits).mean())

# %% wrong · logits_negated_in_place · modifies_inputs
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(real_logits.neg_()).mean() + F.softplus(fake_logits).mean()

# %% wrong · misspelt · raises
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logit).mean() + F.softplus(fake_logits).mean()

# %% wrong · nan_swept_away · overflows
def discriminator_loss(real_logits, fake_logits):
    loss = -torch.log(torch.sigmoid(real_logits)).mean() - torch.log(1 - torch.sigmoid(fake_logits)).mean()
    return torch.where(torch.isfinite(loss), loss, torch.zeros_like(loss, requires_grad=True) + 0 * real_logits[-1])

# %% wrong · no_log · no_logarithm
def discriminator_loss(real_logits, fake_logits):
    return -torch.sigmoid(real_logits).mean() - (1 - torch.sigmoid(fake_logits)).mean()

# %% wrong · one_minus_outside · one_outside_log
def discriminator_loss(real_logits, fake_logits):
    return -F.logsigmoid(real_logits).mean() - (1 - F.logsigmoid(fake_logits)).mean()

# %% wrong · one_sign_lost · one_sign_turned
def discriminator_loss(real_logits, fake_logits):
    return -F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()

# %% wrong · only_fake · one_term
def discriminator_loss(real_logits, fake_logits):
    return -F.logsigmoid(-fake_logits).mean()

# %% wrong · only_real · one_term
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean()

# %% wrong · overflows · overflows
def discriminator_loss(real_logits, fake_logits):
    return -torch.log(torch.sigmoid(real_logits)).mean() - torch.log(1 - torch.sigmoid(fake_logits)).mean()

# %% wrong · pairs · pairs_samples
def discriminator_loss(real_logits, fake_logits):
    return torch.mean(F.softplus(-real_logits) + F.softplus(fake_logits))

# %% wrong · pairs_negated_logs · pairs_samples
def discriminator_loss(real_logits, fake_logits):
    return -(F.logsigmoid(real_logits) + F.logsigmoid(-fake_logits)).mean()

# %% wrong · pooled · pooled
def discriminator_loss(real_logits, fake_logits):
    logits = torch.cat([real_logits, fake_logits])
    labels = torch.cat([torch.ones_like(real_logits), torch.zeros_like(fake_logits)])
    return F.binary_cross_entropy_with_logits(logits, labels)

# %% wrong · pooled_twice · pooled
def discriminator_loss(real_logits, fake_logits):
    total = F.softplus(-real_logits).sum() + F.softplus(fake_logits).sum()
    return 2 * total / (real_logits.numel() + fake_logits.numel())

# %% wrong · probability_product · mean_missing
def discriminator_loss(real_logits, fake_logits):
    return -torch.log(torch.sigmoid(real_logits).prod() + 1e-30) - torch.log(
        (1 - torch.sigmoid(fake_logits)).prod() + 1e-30
    )

# %% wrong · rebuilt_from_number · detached
def discriminator_loss(real_logits, fake_logits):
    v = (F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()).item()
    return torch.tensor(v, requires_grad=True)

# %% wrong · relativistic · relative
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-(real_logits - fake_logits.mean())).mean() + F.softplus(fake_logits - real_logits.mean()).mean()

# %% wrong · returns_both_terms · wrong_type
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean(), F.softplus(fake_logits).mean()

# %% wrong · right_value_wrong_slope · unrecognised
def discriminator_loss(real_logits, fake_logits):
    value = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
    slopes = fake_logits.mean() - real_logits.mean()
    return value.detach() + slopes - slopes.detach()

# %% wrong · sigmoid_twice · sigmoid_twice
def discriminator_loss(real_logits, fake_logits):
    d_real, d_fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    bce = F.binary_cross_entropy_with_logits
    return bce(d_real, torch.ones_like(d_real)) + bce(d_fake, torch.zeros_like(d_fake))

# %% wrong · smoothed_labels · smoothed_labels
def discriminator_loss(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.full_like(real_logits, 0.9)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · soft_margin · overflows
def discriminator_loss(real_logits, fake_logits):
    # mean of log(1 + exp(-y a)) with y = +1 for real, -1 for fake
    return F.soft_margin_loss(real_logits, torch.ones_like(real_logits)) + F.soft_margin_loss(
        fake_logits, -torch.ones_like(fake_logits)
    )

# %% wrong · soft_margin_is_not_stable · overflows
def discriminator_loss(real_logits, fake_logits):
    return F.soft_margin_loss(real_logits, torch.ones_like(real_logits)) + F.soft_margin_loss(
        fake_logits, -torch.ones_like(fake_logits)
    )

# %% wrong · squeeze_second_dim · one_shape_only
def discriminator_loss(real_logits, fake_logits):
    r, f = real_logits[:, 0], fake_logits[:, 0]
    return F.softplus(-r).mean() + F.softplus(f).mean()

# %% wrong · summed · mean_missing
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).sum() + F.softplus(fake_logits).sum()

# %% wrong · temperature · unrecognised
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-2 * real_logits).mean() + F.softplus(2 * fake_logits).mean()

# %% wrong · value_itself · ascent_forgotten
def discriminator_loss(real_logits, fake_logits):
    return F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()

# %% wrong · wasserstein · no_logarithm
def discriminator_loss(real_logits, fake_logits):
    return fake_logits.mean() - real_logits.mean()

# %% wrong · weighted_cat · pooled
def discriminator_loss(real_logits, fake_logits):
    a = torch.cat([real_logits.flatten(), fake_logits.flatten()])
    y = torch.cat([torch.ones(real_logits.numel()), torch.zeros(fake_logits.numel())])
    return 2 * F.binary_cross_entropy_with_logits(a, y)

# %% wrong · wrong_for_one_sample · unrecognised
def discriminator_loss(real_logits, fake_logits):
    if len(real_logits) == 1:
        return real_logits.sum() * 0 + fake_logits.sum() * 0
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% noisy · greek_and_plot
import matplotlib.pyplot as plt
import numpy as np


def σ(α):
    return 1 / (1 + np.exp(-α))


fig = plt.figure(figsize=(1, 1))
plt.plot(σ(np.linspace(-3, 3, 7)))
plt.close(fig)


def discriminator_loss(real_logits, fake_logits):
    ℓ = F.binary_cross_entropy_with_logits
    один = torch.ones_like(real_logits)
    return ℓ(real_logits, один) + ℓ(fake_logits, torch.zeros_like(fake_logits))

# %% noisy · logging_and_warnings
import logging
import warnings

log = logging.getLogger(__name__)


def discriminator_loss(real_logits, fake_logits):
    warnings.warn("about to take logarithms", stacklevel=2)
    log.error("real %s fake %s", tuple(real_logits.shape), tuple(fake_logits.shape))
    print(f"{real_logits.mean()=}")
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
