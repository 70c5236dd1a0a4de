# %% correct · dot
def generator_loss(fake_values):
    v = fake_values.flatten()
    return -(v @ torch.ones_like(v)) / len(v)

# %% correct · loop
def generator_loss(fake_values):
    total = 0.0
    for v in fake_values.view(-1):
        total = total - v
    return total / len(fake_values)

# %% correct · mean_of_minus
def generator_loss(fake_values):
    return torch.mean(-fake_values)

# %% correct · minus_mean
def generator_loss(fake_values):
    return -fake_values.mean()

# %% correct · partial
def _mean(v):
    return torch.nanmean(v)


generator_loss = lambda fake_values: _mean(fake_values).mul(-1)

# %% correct · sum
def generator_loss(fake_values):
    return -torch.sum(fake_values) / fake_values.numel()

# %% correct · two_means
def generator_loss(fake_values):
    return fake_values.reshape(len(fake_values), -1).mean(dim=1).mean().neg()

# %% correct · zero_minus
def generator_loss(fake_values):
    return 0 - fake_values.double().mean()

# %% wrong · abs · size_of_value
def generator_loss(fake_values):
    return -fake_values.abs().mean()

# %% wrong · abs_outside · size_of_value
def generator_loss(fake_values):
    return -fake_values.mean().abs()

# %% wrong · bce · log_kept
def generator_loss(fake_values):
    return F.binary_cross_entropy_with_logits(fake_values, torch.ones_like(fake_values))

# %% wrong · clamped · clamped_flat
def generator_loss(fake_values):
    return -fake_values.clamp(-5, 5).mean()

# %% wrong · detached · detached
def generator_loss(fake_values):
    return -fake_values.detach().mean()

# %% wrong · fixed · fixed_batch_size
def generator_loss(fake_values):
    return -fake_values.sum() / 128

# %% wrong · half · scaled_loss
def generator_loss(fake_values):
    return -fake_values.mean() / 2

# %% wrong · hinge · hinge
def generator_loss(fake_values):
    return F.relu(1 - fake_values).mean()

# %% wrong · item · becomes_number
def generator_loss(fake_values):
    return -fake_values.mean().item()

# %% wrong · least_squares · least_squares
def generator_loss(fake_values):
    return ((fake_values - 1) ** 2).mean()

# %% wrong · log · log_kept
def generator_loss(fake_values):
    return -torch.log(fake_values).mean()

# %% wrong · log_clamped · log_kept
def generator_loss(fake_values):
    return -torch.log(fake_values.clamp(min=1e-8)).mean()

# %% wrong · max · unrecognised
def generator_loss(fake_values):
    return -fake_values.max()

# %% wrong · minus_relu · hinge
def generator_loss(fake_values):
    return -torch.relu(fake_values).mean()

# %% wrong · non_saturating · log_kept
def generator_loss(fake_values):
    return F.softplus(-fake_values).mean()

# %% wrong · one_minus · constant_added
def generator_loss(fake_values):
    return 1 - fake_values.mean()

# %% wrong · one_minus_sigmoid · sigmoid_critic
def generator_loss(fake_values):
    return (1 - torch.sigmoid(fake_values)).mean()

# %% wrong · per_sample · mean_missing
def generator_loss(fake_values):
    return -fake_values

# %% wrong · plus · wrong_way
def generator_loss(fake_values):
    return fake_values.mean()

# %% wrong · relu · hinge
def generator_loss(fake_values):
    return F.relu(-fake_values).mean()

# %% wrong · saturating · log_kept
def generator_loss(fake_values):
    return F.logsigmoid(-fake_values).mean()

# %% wrong · sigmoid · sigmoid_critic
def generator_loss(fake_values):
    return -torch.sigmoid(fake_values).mean()

# %% wrong · square · size_of_value
def generator_loss(fake_values):
    return -(fake_values ** 2).mean()

# %% wrong · sum · mean_missing
def generator_loss(fake_values):
    return -fake_values.sum()

# %% wrong · tanh · sigmoid_critic
def generator_loss(fake_values):
    return -torch.tanh(fake_values).mean()

# %% noisy · logs
import logging
def generator_loss(fake_values):
    logging.error('G')
    return -fake_values.mean()

# %% noisy · progress
from tqdm import tqdm


def generator_loss(fake_values):
    for _ in tqdm(range(2)):
        verlust = -fake_values.mean()
    return verlust

# %% wrong · whole_loss_bounded
def generator_loss(fake_values):
    return -fake_values.mean().clamp(-20, 20)
