# %% correct · plain
def smoothed_loss(real_logits, fake_logits, target):
    real = target * F.softplus(-real_logits) + (1 - target) * F.softplus(real_logits)
    return real.mean() + F.softplus(fake_logits).mean()

# %% correct · bce
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.full_like(real_logits, target)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% correct · logsigmoid
def smoothed_loss(real_logits, fake_logits, target):
    real = target * F.logsigmoid(real_logits) + (1 - target) * F.logsigmoid(-real_logits)
    return -real.mean() - F.logsigmoid(-fake_logits).mean()

# %% correct · simplified
def smoothed_loss(real_logits, fake_logits, target):
    return (F.softplus(real_logits) - target * real_logits).mean() + F.softplus(fake_logits).mean()

# %% correct · module
def smoothed_loss(real_logits, fake_logits, target):
    loss = nn.BCEWithLogitsLoss()
    goal = target * torch.ones_like(real_logits)
    return loss(real_logits, goal) + loss(fake_logits, 0 * fake_logits.detach())

# %% correct · logaddexp
def smoothed_loss(real_logits, fake_logits, target):
    zero = torch.zeros(())
    real = torch.logaddexp(real_logits, zero) - target * real_logits
    return real.sum() / real.numel() + torch.logaddexp(fake_logits, zero).mean()

# %% correct · reshaped
def smoothed_loss(real_logits, fake_logits, target):
    a, b = real_logits.reshape(-1), fake_logits.reshape(-1)
    sure = F.softplus(-a).mean()
    too_sure = F.softplus(a).mean()
    return target * sure + (1 - target) * too_sure + F.softplus(b).mean()

# %% wrong · both_sides · both_sides
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    real = torch.full_like(real_logits, target)
    fake = torch.full_like(fake_logits, 1 - target)
    return bce(real_logits, real) + bce(fake_logits, fake)

# %% wrong · fakes_only · wrong_side
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.full_like(fake_logits, 1 - target))

# %% wrong · plain_loss · no_smoothing
def smoothed_loss(real_logits, fake_logits, target):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · always_nine_tenths · target_fixed
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_logits, torch.full_like(real_logits, 0.9)) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · amount · target_as_amount
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    goal = torch.full_like(real_logits, 1 - target)
    return bce(real_logits, goal) + bce(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · weighed · second_part_missing
def smoothed_loss(real_logits, fake_logits, target):
    return target * F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · shares_of_the_game · second_part_missing
def smoothed_loss(real_logits, fake_logits, target):
    return target * F.softplus(-real_logits).mean() + (1 - target) * F.softplus(fake_logits).mean()

# %% wrong · swapped · swapped
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    return bce(fake_logits, torch.full_like(fake_logits, target)) + bce(real_logits, torch.zeros_like(real_logits))

# %% wrong · uphill · wrong_way
def smoothed_loss(real_logits, fake_logits, target):
    real = target * F.logsigmoid(real_logits) + (1 - target) * F.logsigmoid(-real_logits)
    return real.mean() + F.logsigmoid(-fake_logits).mean()

# %% wrong · halved · scaled
def smoothed_loss(real_logits, fake_logits, target):
    real = target * F.softplus(-real_logits) + (1 - target) * F.softplus(real_logits)
    return (real.mean() + F.softplus(fake_logits).mean()) / 2

# %% wrong · sigmoid_twice · sigmoid_twice
def smoothed_loss(real_logits, fake_logits, target):
    bce = F.binary_cross_entropy_with_logits
    real, fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return bce(real, torch.full_like(real, target)) + bce(fake, torch.zeros_like(fake))

# %% wrong · log_of_sigmoid · overflows
def smoothed_loss(real_logits, fake_logits, target):
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    real = target * torch.log(p) + (1 - target) * torch.log(1 - p)
    return -real.mean() - torch.log(1 - q).mean()

# %% wrong · guarded · overflows
def smoothed_loss(real_logits, fake_logits, target):
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    real = target * torch.log(p + 1e-7) + (1 - target) * torch.log(1 - p + 1e-7)
    return -real.mean() - torch.log(1 - q + 1e-7).mean()

# %% wrong · bce_of_probabilities · overflows
def smoothed_loss(real_logits, fake_logits, target):
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return F.binary_cross_entropy(p, torch.full_like(p, target)) + F.binary_cross_entropy(q, torch.zeros_like(q))

# %% wrong · summed · mean_missing
def smoothed_loss(real_logits, fake_logits, target):
    real = target * F.softplus(-real_logits) + (1 - target) * F.softplus(real_logits)
    return real.sum() + F.softplus(fake_logits).sum()

# %% wrong · least_squares · squares
def smoothed_loss(real_logits, fake_logits, target):
    return (real_logits - target).square().mean() + fake_logits.square().mean()

# %% wrong · pooled · pooled
def smoothed_loss(real_logits, fake_logits, target):
    logits = torch.cat([real_logits, fake_logits])
    goals = torch.cat([torch.full_like(real_logits, target), torch.zeros_like(fake_logits)])
    return F.binary_cross_entropy_with_logits(logits, goals)
