# %% correct · double
def critic_loss(real_values, fake_values):
    return fake_values.double().mean() - real_values.double().mean()

# %% correct · einsum
def critic_loss(real_values, fake_values):
    ones = torch.ones_like
    r, f = real_values.flatten(), fake_values.flatten()
    return torch.einsum('i,i->', f, ones(f) / len(f)) - torch.einsum('i,i->', r, ones(r) / len(r))

# %% correct · flattened
def critic_loss(real_values, fake_values):
    r, f = real_values.reshape(-1), fake_values.reshape(-1)
    return f.mean(dim=0) - r.mean(dim=0)

# %% correct · labels
def critic_loss(real_values, fake_values):
    values = torch.cat([real_values.flatten(), fake_values.flatten()])
    sign = torch.cat([torch.full((len(real_values),), -1.0 / len(real_values)), torch.full((len(fake_values),), 1.0 / len(fake_values))])
    return values @ sign

# %% correct · lambda
critic_loss = lambda real_values, fake_values: fake_values.mean() - real_values.mean()

# %% correct · loop
def critic_loss(real_values, fake_values):
    total = 0.0
    for v in fake_values.reshape(-1):
        total = total + v / len(fake_values)
    for v in real_values.reshape(-1):
        total = total - v / len(real_values)
    return total

# %% correct · means
def critic_loss(real_values, fake_values):
    return fake_values.mean() - real_values.mean()

# %% correct · negated
def critic_loss(real_values, fake_values):
    gain = torch.mean(real_values) - torch.mean(fake_values)
    return -gain

# %% correct · sum_over_numel
def critic_loss(real_values, fake_values):
    return fake_values.sum() / fake_values.numel() - real_values.sum() / real_values.numel()

# %% wrong · abs · size_of_difference
def critic_loss(real_values, fake_values):
    return (fake_values.mean() - real_values.mean()).abs()

# %% wrong · abs_each · size_of_difference
def critic_loss(real_values, fake_values):
    return fake_values.abs().mean() - real_values.abs().mean()

# %% wrong · added · same_sign
def critic_loss(real_values, fake_values):
    return real_values.mean() + fake_values.mean()

# %% wrong · ascends · critic_sign
def critic_loss(real_values, fake_values):
    return real_values.mean() - fake_values.mean()

# %% wrong · bce · log_kept
def critic_loss(real_values, fake_values):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_values, torch.ones_like(real_values)) + bce(fake_values, torch.zeros_like(fake_values))

# %% wrong · both_negative · same_sign
def critic_loss(real_values, fake_values):
    return -real_values.mean() - fake_values.mean()

# %% wrong · clamped · clamped_flat
def critic_loss(real_values, fake_values):
    return fake_values.clamp(-1, 1).mean() - real_values.clamp(-1, 1).mean()

# %% wrong · clamped_far · clamped_flat
def critic_loss(real_values, fake_values):
    return fake_values.clamp(-10, 10).mean() - real_values.clamp(-10, 10).mean()

# %% wrong · detached · detached
def critic_loss(real_values, fake_values):
    return (fake_values.mean() - real_values.mean()).detach()

# %% wrong · fake_detached · one_side_detached
def critic_loss(real_values, fake_values):
    return fake_values.detach().mean() - real_values.mean()

# %% wrong · fixed_size · fixed_batch_size
def critic_loss(real_values, fake_values):
    return (fake_values.sum() - real_values.sum()) / 64

# %% wrong · halved · scaled_loss
def critic_loss(real_values, fake_values):
    return (fake_values.mean() - real_values.mean()) / 2

# %% wrong · hinge · hinge
def critic_loss(real_values, fake_values):
    return F.relu(1 - real_values).mean() + F.relu(1 + fake_values).mean()

# %% wrong · item · becomes_number
def critic_loss(real_values, fake_values):
    return (fake_values.mean() - real_values.mean()).item()

# %% wrong · least_squares · least_squares
def critic_loss(real_values, fake_values):
    return ((real_values - 1) ** 2).mean() + (fake_values ** 2).mean()

# %% wrong · log_of_values · log_kept
def critic_loss(real_values, fake_values):
    return torch.log(fake_values).mean() - torch.log(real_values).mean()

# %% wrong · logs_of_sigmoids · log_kept
def critic_loss(real_values, fake_values):
    return torch.log(torch.sigmoid(fake_values)).mean() - torch.log(torch.sigmoid(real_values)).mean()

# %% wrong · medians · unrecognised
def critic_loss(real_values, fake_values):
    return fake_values.median() - real_values.median()

# %% wrong · minus_abs · size_of_difference
def critic_loss(real_values, fake_values):
    return -torch.abs(real_values.mean() - fake_values.mean())

# %% wrong · minus_relu · size_of_difference
def critic_loss(real_values, fake_values):
    return -F.relu(real_values.mean() - fake_values.mean())

# %% wrong · old_loss · log_kept
def critic_loss(real_values, fake_values):
    return F.softplus(-real_values).mean() + F.softplus(fake_values).mean()

# %% wrong · one_length · pooled
def critic_loss(real_values, fake_values):
    return (fake_values.sum() - real_values.sum()) / len(real_values)

# %% wrong · only_fake · one_term
def critic_loss(real_values, fake_values):
    return fake_values.mean()

# %% wrong · only_real · one_term
def critic_loss(real_values, fake_values):
    return -real_values.mean()

# %% wrong · pairs · pairs_samples
def critic_loss(real_values, fake_values):
    return (fake_values - real_values).mean()

# %% wrong · penalises_size · unrecognised
def critic_loss(real_values, fake_values):
    return fake_values.mean() - real_values.mean() + 0.001 * (real_values ** 2).mean()

# %% wrong · pooled · pooled
def critic_loss(real_values, fake_values):
    return torch.cat([fake_values, -real_values]).mean()

# %% wrong · relu · size_of_difference
def critic_loss(real_values, fake_values):
    return F.relu(fake_values.mean() - real_values.mean())

# %% wrong · sigmoid · sigmoid_critic
def critic_loss(real_values, fake_values):
    return torch.sigmoid(fake_values).mean() - torch.sigmoid(real_values).mean()

# %% wrong · sigmoid_sign · sigmoid_critic
def critic_loss(real_values, fake_values):
    return torch.sigmoid(real_values).mean() - torch.sigmoid(fake_values).mean()

# %% wrong · sums · mean_missing
def critic_loss(real_values, fake_values):
    return fake_values.sum() - real_values.sum()

# %% wrong · tanh · sigmoid_critic
def critic_loss(real_values, fake_values):
    return torch.tanh(fake_values).mean() - torch.tanh(real_values).mean()

# %% wrong · value_function · log_kept
def critic_loss(real_values, fake_values):
    return F.logsigmoid(real_values).mean() + F.logsigmoid(-fake_values).mean()

# %% noisy · prints_and_sleeps
import time
def critic_loss(real_values, fake_values):
    print(real_values.shape)
    time.sleep(0.01)
    unterschied = fake_values.mean() - real_values.mean()
    return unterschied

# %% noisy · warns
import warnings
def critic_loss(real_values, fake_values):
    warnings.warn('critic')
    return fake_values.mean() - real_values.mean()

# %% wrong · whole_loss_bounded
def critic_loss(real_values, fake_values):
    return (fake_values.mean() - real_values.mean()).clamp(-20, 20)
