# %% correct · batch_divided
def negative_elbo(logits, x, kl):
    return (F.binary_cross_entropy_with_logits(logits, x, reduction="sum") + kl.sum()) / len(x)

# %% correct · bernoulli
def negative_elbo(logits, x, kl):
    log_p = torch.distributions.Bernoulli(logits=logits).log_prob(x).flatten(1).sum(1)
    return -(log_p - kl).mean()

# %% correct · by_hand_stable
def negative_elbo(logits, x, kl):
    cost = logits.clamp(min=0) - logits * x + torch.log1p(torch.exp(-logits.abs()))
    return cost.sum(dim=(1, 2, 3)).mean() + kl.mean()

# %% correct · dims
def negative_elbo(logits, x, kl):
    bce = nn.BCEWithLogitsLoss(reduction="none")(logits, x)
    return (bce.sum((1, 2, 3)) + kl).mean()

# %% correct · logsigmoid
def negative_elbo(logits, x, kl):
    log_p = x * F.logsigmoid(logits) + (1 - x) * F.logsigmoid(-logits)
    return (kl - log_p.reshape(len(x), -1).sum(1)).mean()

# %% correct · loop
def negative_elbo(logits, x, kl):
    total = 0.0
    for a, picture, k in zip(logits, x, kl):
        total = total + F.binary_cross_entropy_with_logits(a, picture, reduction="sum") + k
    return total / len(x)

# %% correct · mean_times_pixels
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x) * x[0].numel() + kl.mean()

# %% correct · softplus
def negative_elbo(logits, x, kl):
    sign = 1 - 2 * x
    return F.softplus(sign * logits).flatten(1).sum(1).add(kl).mean()

# %% wrong · mean_over_pixels · mean_over_pixels
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x) + kl.mean()

# %% wrong · summed · mean_missing
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="sum") + kl.sum()

# %% wrong · per_picture · mean_missing
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((1, 2, 3)) + kl

# %% wrong · kl_taken_off · kl_subtracted
def negative_elbo(logits, x, kl):
    return (F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((1, 2, 3)) - kl).mean()

# %% wrong · the_bound · bound_itself
def negative_elbo(logits, x, kl):
    log_p = -F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((1, 2, 3))
    return (log_p - kl).mean()

# %% wrong · no_kl · kl_weight
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x)

# %% wrong · kl_summed · kl_weight
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="sum") / len(x) + kl.sum()

# %% wrong · squares · squared_error
def negative_elbo(logits, x, kl):
    return ((torch.sigmoid(logits) - x) ** 2).sum((1, 2, 3)).mean() + kl.mean()

# %% wrong · sigmoid_twice · probabilities_as_logits
def negative_elbo(logits, x, kl):
    p = torch.sigmoid(logits)
    return (F.binary_cross_entropy_with_logits(p, x, reduction="none").sum((1, 2, 3)) + kl).mean()

# %% wrong · logs_of_sigmoid · not_stable
def negative_elbo(logits, x, kl):
    p = torch.sigmoid(logits)
    cost = -(x * torch.log(p) + (1 - x) * torch.log(1 - p))
    return (cost.sum((1, 2, 3)) + kl).mean()

# %% wrong · clamped_log · not_stable
def negative_elbo(logits, x, kl):
    p = torch.sigmoid(logits)
    cost = -(x * torch.log(p + 1e-7) + (1 - x) * torch.log(1 - p + 1e-7))
    return (cost.sum((1, 2, 3)) + kl).mean()

# %% wrong · kl_constant · detached
def negative_elbo(logits, x, kl):
    bce = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((1, 2, 3))
    return (bce + kl.detach()).mean()

# %% wrong · number · becomes_number
def negative_elbo(logits, x, kl):
    bce = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((1, 2, 3))
    return (bce + kl).mean().item()

# %% wrong · white_only · picture_turned
def negative_elbo(logits, x, kl):
    return (-(x * F.logsigmoid(logits)).sum((1, 2, 3)) + kl).mean()

# %% wrong · swapped · picture_turned
def negative_elbo(logits, x, kl):
    return (F.binary_cross_entropy_with_logits(x, logits, reduction="none").sum((1, 2, 3)) + kl).mean()

# %% wrong · channels_only · mean_over_pixels
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(1).mean() + kl.mean()

# %% wrong · columns_only · wrong_axes
def negative_elbo(logits, x, kl):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(-1).mean() + kl.mean()

# %% noisy · assertions
def negative_elbo(logits, x, kl):
    assert logits.shape == x.shape
    print("batch of", len(x))
    return (F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((1, 2, 3)) + kl).mean()
