# %% correct · addcmul
def reparameterise(mean, log_var, noise):
    return torch.addcmul(mean, torch.exp(log_var / 2), noise)

# %% correct · affine
def reparameterise(mean, log_var, noise):
    return torch.distributions.AffineTransform(mean, (0.5 * log_var).exp())(noise)

# %% correct · loop
def reparameterise(mean, log_var, noise):
    return torch.stack([m + torch.exp(v / 2) * e for m, v, e in zip(mean, log_var, noise)])

# %% correct · matrix
def reparameterise(mean, log_var, noise):
    scale = torch.diag_embed(torch.exp(0.5 * log_var))
    return mean + (scale @ noise.unsqueeze(-1)).squeeze(-1)

# %% correct · root_of_variance
def reparameterise(mean, log_var, noise):
    return mean + log_var.exp().sqrt() * noise

# %% correct · standard
def reparameterise(mean, log_var, noise):
    std = torch.exp(0.5 * log_var)
    return mean + std * noise

# %% correct · power
def reparameterise(mean, log_var, noise):
    return noise * math.e ** (log_var / 2) + mean

# %% wrong · variance · variance_for_deviation
def reparameterise(mean, log_var, noise):
    return mean + torch.exp(log_var) * noise

# %% wrong · log_var_times · log_var_not_undone
def reparameterise(mean, log_var, noise):
    return mean + log_var * noise

# %% wrong · twice · log_var_not_undone
def reparameterise(mean, log_var, noise):
    return mean + torch.exp(2 * log_var) * noise

# %% wrong · mean_only · noise_ignored
def reparameterise(mean, log_var, noise):
    return mean

# %% wrong · noise_only · mean_missing
def reparameterise(mean, log_var, noise):
    return torch.exp(0.5 * log_var) * noise

# %% wrong · own_noise · not_from_the_noise
def reparameterise(mean, log_var, noise):
    return mean + torch.exp(0.5 * log_var) * torch.randn_like(mean)

# %% wrong · torch_normal · not_from_the_noise
def reparameterise(mean, log_var, noise):
    return torch.normal(mean, torch.exp(0.5 * log_var))

# %% wrong · no_grad · detached
def reparameterise(mean, log_var, noise):
    with torch.no_grad():
        return mean + torch.exp(0.5 * log_var) * noise

# %% wrong · std_detached · detached
def reparameterise(mean, log_var, noise):
    return mean + torch.exp(0.5 * log_var).detach() * noise

# %% wrong · minus · minus
def reparameterise(mean, log_var, noise):
    return mean - torch.exp(0.5 * log_var) * noise

# %% wrong · swapped · mean_missing
def reparameterise(mean, log_var, noise):
    return torch.exp(0.5 * log_var) + mean * noise

# %% wrong · in_place · modifies_inputs
def reparameterise(mean, log_var, noise):
    noise *= torch.exp(0.5 * log_var)
    return mean + noise

# %% wrong · one_noise · one_for_all
def reparameterise(mean, log_var, noise):
    return mean + torch.exp(0.5 * log_var) * noise[0]

# %% noisy · warns
import warnings


def reparameterise(mean, log_var, noise):
    warnings.warn("drawing")
    return mean + torch.exp(0.5 * log_var) * noise
