# %% correct · attacked_pictures
def robust_logistic_loss(x, y, w, b, epsilon):
    eta = -epsilon * y[:, None] * w.sign()
    score = (x + eta) @ w + b
    return F.softplus(-y * score).mean()

# %% correct · attacked_pictures_too
def robust_logistic_loss(x, y, w, b, epsilon):
    worst = x - epsilon * torch.outer(y, w.sign())
    margin = y * (torch.mv(worst, w) + b)
    return torch.logaddexp(torch.zeros_like(margin), -margin).mean()

# %% correct · bce
def robust_logistic_loss(x, y, w, b, epsilon):
    score = x @ w + b - y * epsilon * w.abs().sum()
    return F.binary_cross_entropy_with_logits(score, (y + 1) / 2)

# %% correct · einsum_double
def robust_logistic_loss(x, y, w, b, epsilon):
    m = y.double() * (torch.einsum('nd,d->n', x.double(), w.double()) + b) - epsilon * w.double().abs().sum()
    return F.softplus(-m).sum() / m.numel()

# %% correct · logaddexp
def robust_logistic_loss(x, y, w, b, epsilon):
    m = y * (x @ w + b) - epsilon * torch.sum(torch.abs(w))
    return torch.logaddexp(torch.zeros_like(m), -m).mean()

# %% correct · logsigmoid
def robust_logistic_loss(x, y, w, b, epsilon):
    margin = y * (x @ w + b) - epsilon * w.norm(p=1)
    return -F.logsigmoid(margin).mean()

# %% correct · loop
def robust_logistic_loss(x, y, w, b, epsilon):
    total = 0.0
    for xi, yi in zip(x, y):
        m = yi * (torch.dot(xi, w) + b) - epsilon * w.abs().sum()
        total = total + F.softplus(-m)
    return total / len(x)

# %% correct · one_element
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean(0, keepdim=True)

# %% correct · relu_identity
def robust_logistic_loss(x, y, w, b, epsilon):
    t = epsilon * w.abs().sum() - y * (x.matmul(w) + b)
    return (t.clamp(min=0) + torch.log1p(torch.exp(-t.abs()))).mean()

# %% correct · shifted_logits
def robust_logistic_loss(x, y, w, b, epsilon):
    logits = F.linear(x, w[None], b.reshape(1)).squeeze(1) - y * epsilon * torch.linalg.norm(w, ord=1)
    return F.binary_cross_entropy_with_logits(logits, (y + 1) / 2)

# %% correct · sign_detached
def robust_logistic_loss(x, y, w, b, epsilon):
    s = w.detach().sign()
    return F.softplus(epsilon * (w * s).sum() - y * (F.linear(x, w[None]).squeeze(1) + b)).mean()

# %% correct · soft_margin
def robust_logistic_loss(x, y, w, b, epsilon):
    m = y * (x @ w + b) - epsilon * w.abs().sum()
    return F.softplus(-m, beta=1, threshold=20).mean()

# %% correct · softplus
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean()

# %% wrong · attack_detached_sign_item · part_detached
def robust_logistic_loss(x, y, w, b, epsilon):
    n = (epsilon * w.abs().sum()).item()
    return F.softplus(n - y * (x @ w + b)).mean()

# %% wrong · base_two · base_two
def robust_logistic_loss(x, y, w, b, epsilon):
    return (F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)) / math.log(2)).mean()

# %% wrong · batch_fixed · fixed_batch_size
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).sum() / 6

# %% wrong · bias_as_a_pixel · bias_missing
def robust_logistic_loss(x, y, w, b, epsilon):
    theta = torch.cat([w, b.reshape(1)])
    ones = torch.ones(len(x), 1, dtype=x.dtype)
    margin = y * (torch.cat([x, ones], dim=1) @ theta)
    return -F.logsigmoid(margin - epsilon * theta.norm(p=1)).mean()

# %% wrong · bias_in_norm · bias_missing
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * (w.abs().sum() + b.abs()) - y * (x @ w + b)).mean()

# %% wrong · column_broadcast · table_of_margins
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w[:, None] + b)).mean()

# %% wrong · constant_norm · part_detached
def robust_logistic_loss(x, y, w, b, epsilon):
    margin = y * (x @ w + b)
    levers = w.detach().abs().sum()
    return F.softplus(epsilon * levers - margin).mean()

# %% wrong · detached · detached
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean().detach()

# %% wrong · double_epsilon · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(2 * epsilon * w.abs().sum() - y * (x @ w + b)).mean()

# %% wrong · epsilon_alone · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon - y * (x @ w + b)).mean()

# %% wrong · epsilon_forgotten · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(w.abs().sum() - y * (x @ w + b)).mean()

# %% wrong · euclidean · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.norm() - y * (x @ w + b)).mean()

# %% wrong · exp_by_hand · overflows
def robust_logistic_loss(x, y, w, b, epsilon):
    t = epsilon * w.abs().sum() - y * (x @ w + b)
    return torch.log(1 + torch.exp(t)).mean()

# %% wrong · helps · attack_helps
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-epsilon * w.abs().sum() - y * (x @ w + b)).mean()

# %% wrong · hinge · hinge
def robust_logistic_loss(x, y, w, b, epsilon):
    return (1 + epsilon * w.abs().sum() - y * (x @ w + b)).clamp(min=0).mean()

# %% wrong · in_place · modifies_inputs
def robust_logistic_loss(x, y, w, b, epsilon):
    x -= epsilon * y[:, None] * w.detach().sign()
    return F.softplus(-y * (x @ w + b)).mean()

# %% wrong · label_on_the_norm · label_on_the_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(y * (epsilon * w.abs().sum() - (x @ w + b))).mean()

# %% wrong · labels_zero_one · labels_zero_one
def robust_logistic_loss(x, y, w, b, epsilon):
    score = x @ w + b - epsilon * w.abs().sum()
    return F.binary_cross_entropy_with_logits(score, y)

# %% wrong · largest · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().max() - y * (x @ w + b)).mean()

# %% wrong · logarithm_by_hand · overflows
def robust_logistic_loss(x, y, w, b, epsilon):
    t = epsilon * w.abs().sum() - y * (x @ w + b)
    return torch.log(1 + torch.exp(t)).mean()

# %% wrong · margin_sign · margin_sign
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(y * (x @ w + b) - epsilon * w.abs().sum()).mean()

# %% wrong · mean_margin · mean_inside
def robust_logistic_loss(x, y, w, b, epsilon):
    mean_margin = torch.mean(y * (x @ w + b))
    return F.softplus(epsilon * w.norm(1) - mean_margin)

# %% wrong · mean_of_sizes · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().mean() - y * (x @ w + b)).mean()

# %% wrong · no_bias · bias_missing
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w)).mean()

# %% wrong · no_epsilon · epsilon_ignored
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-y * (x @ w + b)).mean()

# %% wrong · no_label · label_ignored
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - (x @ w + b)).mean()

# %% wrong · norm_detached · part_detached
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.detach().abs().sum() - y * (x @ w + b)).mean()

# %% wrong · number · becomes_number
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean().item()

# %% wrong · one_a_sample · mean_missing
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b))

# %% wrong · one_direction · label_on_the_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-y * ((x - epsilon * w.sign()) @ w + b)).mean()

# %% wrong · plain_sum · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.sum() - y * (x @ w + b)).mean()

# %% wrong · sigmoid_log · overflows
def robust_logistic_loss(x, y, w, b, epsilon):
    m = y * (x @ w + b) - epsilon * w.abs().sum()
    return -torch.log(torch.sigmoid(m)).mean()

# %% wrong · squares · other_norm
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * (w ** 2).sum() - y * (x @ w + b)).mean()

# %% wrong · stays_in_the_picture_range · clamped_pictures
def robust_logistic_loss(x, y, w, b, epsilon):
    worst = (x - epsilon * y[:, None] * w.sign()).clamp(0, 1)
    return F.softplus(-y * (worst @ w + b)).mean()

# %% wrong · summed · mean_missing
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).sum()

# %% wrong · table_of_margins · table_of_margins
def robust_logistic_loss(x, y, w, b, epsilon):
    scores = x @ w.reshape(-1, 1) + b
    return F.softplus(epsilon * w.abs().sum() - y * scores).mean()

# %% wrong · weight_decay · outside_the_loss
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(-y * (x @ w + b)).mean() + epsilon * w.abs().sum()

# %% noisy · logging
def robust_logistic_loss(x, y, w, b, epsilon):
    import logging
    logging.warning('N = %d', len(x))
    verlust = F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean()
    print(verlust)
    return verlust

# %% noisy · progress
def robust_logistic_loss(x, y, w, b, epsilon):
    from tqdm import tqdm
    for _ in tqdm(range(2)):
        loss = F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean()
    return loss
