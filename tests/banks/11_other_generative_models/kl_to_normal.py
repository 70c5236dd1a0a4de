# %% correct · bracket_turned
def kl_to_normal(mean, log_var):
    return -0.5 * torch.sum(1 + log_var - mean.pow(2) - log_var.exp(), dim=1)

# %% correct · distributions
def kl_to_normal(mean, log_var):
    q = torch.distributions.Normal(mean, torch.exp(0.5 * log_var))
    p = torch.distributions.Normal(torch.zeros_like(mean), torch.ones_like(mean))
    return torch.distributions.kl_divergence(q, p).sum(-1)

# %% correct · einsum
def kl_to_normal(mean, log_var):
    terms = mean**2 + torch.exp(log_var) - log_var - 1
    return torch.einsum("nd,d->n", terms, torch.full((terms.shape[1],), 0.5))

# %% correct · independent
def kl_to_normal(mean, log_var):
    D = torch.distributions
    q = D.Independent(D.Normal(mean, (log_var / 2).exp()), 1)
    p = D.Independent(D.Normal(torch.zeros_like(mean), torch.ones_like(mean)), 1)
    return D.kl_divergence(q, p)

# %% correct · loop
def kl_to_normal(mean, log_var):
    found = []
    for m, v in zip(mean, log_var):
        total = 0.0
        for j in range(len(m)):
            total = total + (m[j] ** 2 + torch.exp(v[j]) - v[j] - 1) / 2
        found.append(total)
    return torch.stack(found)

# %% correct · separate_sums
def kl_to_normal(mean, log_var):
    d = mean.shape[1]
    return ((mean * mean).sum(1) + log_var.exp().sum(1) - log_var.sum(1) - d) / 2

# %% correct · sigma
def kl_to_normal(mean, log_var):
    sigma = torch.exp(log_var / 2)
    return (0.5 * (mean**2 + sigma**2) - torch.log(sigma) - 0.5).sum(dim=-1)

# %% correct · expm1
def kl_to_normal(mean, log_var):
    return (mean.square() + torch.expm1(log_var) - log_var).sum(1).div(2)

# %% wrong · batch_mean · not_per_picture
def kl_to_normal(mean, log_var):
    return (-0.5 * (1 + log_var - mean**2 - log_var.exp()).sum(1)).mean()

# %% wrong · everything_summed · not_per_picture
def kl_to_normal(mean, log_var):
    return 0.5 * torch.sum(mean**2 + log_var.exp() - log_var - 1)

# %% wrong · log_std · log_var_as_deviation
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + torch.exp(2 * log_var) - 2 * log_var - 1).sum(1)

# %% wrong · log_of_log · log_var_as_variance
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + log_var - torch.log(log_var) - 1).sum(1)

# %% wrong · mean_over_code · mean_for_sum
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + log_var.exp() - log_var - 1).mean(dim=1)

# %% wrong · negative · sign
def kl_to_normal(mean, log_var):
    return 0.5 * torch.sum(1 + log_var - mean.pow(2) - log_var.exp(), dim=1)

# %% wrong · no_grad · detached
@torch.no_grad()
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + log_var.exp() - log_var - 1).sum(1)

# %% wrong · no_half · half_missing
def kl_to_normal(mean, log_var):
    return (mean**2 + log_var.exp() - log_var - 1).sum(1)

# %% wrong · one_forgotten · term_missing
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + log_var.exp() - log_var).sum(1)

# %% wrong · std_for_variance · deviation_for_variance
def kl_to_normal(mean, log_var):
    std = torch.exp(0.5 * log_var)
    return 0.5 * (mean**2 + std - log_var - 1).sum(1)

# %% wrong · reverse · other_direction
def kl_to_normal(mean, log_var):
    q = torch.distributions.Normal(mean, torch.exp(0.5 * log_var))
    p = torch.distributions.Normal(torch.zeros_like(mean), torch.ones_like(mean))
    return torch.distributions.kl_divergence(p, q).sum(-1)

# %% wrong · clamped · not_over_the_range
def kl_to_normal(mean, log_var):
    log_var = log_var.clamp(-5, 5)
    return 0.5 * (mean**2 + log_var.exp() - log_var - 1).sum(1)

# %% wrong · in_place · modifies_inputs
def kl_to_normal(mean, log_var):
    value = 0.5 * (mean**2 + log_var.exp() - log_var - 1).sum(1)
    log_var *= 0.5
    return value

# %% wrong · unsquared · mean_not_squared
def kl_to_normal(mean, log_var):
    return 0.5 * (mean + log_var.exp() - log_var - 1).sum(1)

# %% wrong · transposed · not_per_picture
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + log_var.exp() - log_var - 1).sum(0)

# %% wrong · bits · base_two
def kl_to_normal(mean, log_var):
    return 0.5 * (mean**2 + log_var.exp() - log_var - 1).sum(1) / math.log(2)

# %% noisy · prints
def kl_to_normal(mean, log_var):
    print("kl of", tuple(mean.shape))
    return 0.5 * (mean**2 + log_var.exp() - log_var - 1).sum(1)
