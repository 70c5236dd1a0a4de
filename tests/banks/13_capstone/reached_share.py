# %% correct · table
def reached_share(samples, modes, weights, std):
    near = torch.cdist(samples, modes) <= 3 * std
    return (3 * near.sum(0) >= len(samples) * weights - 1e-4).float().mean()

# %% correct · nearest_first
def reached_share(samples, modes, weights, std):
    distance, owner = torch.cdist(samples, modes).min(dim=1)
    owner = owner[distance <= 3 * std]
    counts = torch.bincount(owner, minlength=len(modes))
    return torch.mean((counts + 1e-5 >= len(samples) * weights / 3).double())

# %% correct · loop
def reached_share(samples, modes, weights, std):
    reached = 0
    for k in range(len(modes)):
        inside = ((samples - modes[k]).pow(2).sum(1) <= (3 * std) ** 2).sum().item()
        due = samples.shape[0] * weights[k].item()
        reached += inside >= due / 3 - 1e-6
    return torch.tensor(reached / len(modes))

# %% correct · shares
def reached_share(samples, modes, weights, std):
    got = ((samples[:, None, :] - modes[None]).norm(dim=-1) <= 3 * std).float().mean(0)
    return (got >= weights / 3 - 1e-6).float().mean()

# %% correct · numpy
import numpy as np


def reached_share(samples, modes, weights, std):
    x, m = samples.numpy(), modes.numpy()
    d = np.sqrt(((x[:, None] - m[None]) ** 2).sum(-1))
    got = (d <= 3 * std).sum(0)
    ok = got - len(x) * weights.numpy() / 3 > -1e-6
    return torch.tensor(float(ok.mean()))

# %% correct · in_deviations
def reached_share(samples, modes, weights, std):
    z = (samples.unsqueeze(1) - modes.unsqueeze(0)) / std
    counts = z.square().sum(2).le(9).sum(0)
    lacking = len(samples) * weights / 3 - counts
    return 1 - (lacking > 1e-5).double().mean()

# %% wrong · twenty_of_all · one_is_enough
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts >= 20).float().mean()

# %% wrong · touched · one_is_enough
def reached_share(samples, modes, weights, std):
    return (torch.cdist(samples, modes) <= 3 * std).any(0).float().mean()

# %% wrong · forgets_the_weights · equal_shares
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts >= len(samples) / len(modes) / 3).double().mean()

# %% wrong · the_whole_due · no_third
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts >= len(samples) * weights).double().mean()

# %% wrong · all_samples_count · everything_counts
def reached_share(samples, modes, weights, std):
    owner = torch.cdist(samples, modes).argmin(1)
    counts = torch.bincount(owner, minlength=len(modes))
    return (counts >= len(samples) * weights / 3 - 1e-6).double().mean()

# %% wrong · due_of_the_good_ones · of_good_samples
def reached_share(samples, modes, weights, std):
    inside = torch.cdist(samples, modes) <= 3 * std
    return (inside.sum(0) >= inside.any(1).sum() * weights / 3 - 1e-6).double().mean()

# %% wrong · one_deviation · other_radius
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= std).sum(0)
    return (counts >= len(samples) * weights / 3 - 1e-6).double().mean()

# %% wrong · radius_not_squared · other_radius
def reached_share(samples, modes, weights, std):
    squared = (samples[:, None] - modes).square().sum(2)
    return ((squared <= 3 * std).sum(0) >= len(samples) * weights / 3 - 1e-6).double().mean()

# %% wrong · each_mode · not_one_share
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts >= len(samples) * weights / 3 - 1e-6).double()

# %% wrong · a_number · number_of_modes
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts >= len(samples) * weights / 3 - 1e-6).sum()

# %% wrong · missing_ones · number_of_modes
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts < len(samples) * weights / 3 - 1e-6).double().mean()

# %% wrong · sum_of_weights · weight_reached
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return weights[counts >= len(samples) * weights / 3 - 1e-6].sum()

# %% wrong · quality · share_of_samples
def reached_share(samples, modes, weights, std):
    return (torch.cdist(samples, modes) <= 3 * std).any(1).double().mean()

# %% wrong · half_of_the_due · no_third
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts >= len(samples) * weights / 2).double().mean()

# %% correct · strictly_more
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return (counts > len(samples) * weights / 3).double().mean()

# %% wrong · a_float
def reached_share(samples, modes, weights, std):
    counts = (torch.cdist(samples, modes) <= 3 * std).sum(0)
    return [float(c) for c in counts]
