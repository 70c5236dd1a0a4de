# %% correct · bce
def relativistic_g_loss(real_logits, fake_logits):
    lead = fake_logits - real_logits
    return F.binary_cross_entropy_with_logits(lead, torch.ones_like(lead))

# %% correct · bce_zeros
def relativistic_g_loss(real_logits, fake_logits):
    t = real_logits - fake_logits
    return nn.BCEWithLogitsLoss()(t, torch.zeros(t.shape))

# %% correct · by_hand
def relativistic_g_loss(real_logits, fake_logits):
    t = real_logits - fake_logits
    return (t.clamp(min=0) + torch.log1p(torch.exp(-t.abs()))).mean()

# %% correct · logaddexp
def relativistic_g_loss(real_logits, fake_logits):
    t = real_logits - fake_logits
    return torch.logaddexp(t, torch.zeros_like(t)).mean()

# %% correct · logsigmoid
def relativistic_g_loss(real_logits, fake_logits):
    return -F.logsigmoid(fake_logits - real_logits).mean()

# %% correct · logsumexp
def relativistic_g_loss(real_logits, fake_logits):
    t = real_logits - fake_logits
    return torch.logsumexp(torch.stack([t, torch.zeros_like(t)]), dim=0).mean()

# %% correct · loop
def relativistic_g_loss(real_logits, fake_logits):
    total = 0.0
    for r, f in zip(fake_logits, real_logits):
        total = total + F.softplus(f - r).squeeze()
    return total / len(fake_logits)

# %% correct · module
def relativistic_g_loss(real_logits, fake_logits):
    return nn.Softplus()(real_logits.reshape(-1) - fake_logits.reshape(-1)).sum() / len(fake_logits)

# %% correct · softplus
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits - fake_logits).mean()

# %% wrong · average_fake · against_average
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits.mean() - fake_logits).mean()

# %% wrong · both · both_directions
def relativistic_g_loss(real_logits, fake_logits):
    return (F.softplus(real_logits - fake_logits) + F.softplus(fake_logits - real_logits)).mean()

# %% wrong · detached · detached
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits.detach() - fake_logits).mean()

# %% wrong · each · mean_missing
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits - fake_logits)

# %% wrong · guarded · not_over_the_range
def relativistic_g_loss(real_logits, fake_logits):
    return -torch.log(torch.sigmoid(fake_logits - real_logits) + 1e-8).mean()

# %% wrong · halved · scaled_loss
def relativistic_g_loss(real_logits, fake_logits):
    return 0.5 * F.softplus(real_logits - fake_logits).mean()

# %% wrong · hinge · curve_missing
def relativistic_g_loss(real_logits, fake_logits):
    return F.relu(1 + real_logits - fake_logits).mean()

# %% wrong · in_place · modifies_inputs
def relativistic_g_loss(real_logits, fake_logits):
    real_logits.sub_(fake_logits)
    return F.softplus(real_logits).mean()

# %% wrong · log_of_exp · not_over_the_range
def relativistic_g_loss(real_logits, fake_logits):
    return torch.log(1 + torch.exp(real_logits - fake_logits)).mean()

# %% wrong · log_of_sigmoid · not_over_the_range
def relativistic_g_loss(real_logits, fake_logits):
    return -torch.log(torch.sigmoid(fake_logits - real_logits)).mean()

# %% wrong · means_inside · means_first
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits.mean() - fake_logits.mean())

# %% wrong · minus_d_loss · saturating
def relativistic_g_loss(real_logits, fake_logits):
    return -F.softplus(fake_logits - real_logits).mean()

# %% wrong · not_paired · not_paired
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(-fake_logits).mean()

# %% wrong · number · becomes_number
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits - fake_logits).mean().item()

# %% wrong · of_probabilities · probabilities_compared
def relativistic_g_loss(real_logits, fake_logits):
    p = torch.sigmoid(fake_logits) - torch.sigmoid(real_logits)
    return F.softplus(-p).mean()

# %% wrong · other_player · wrong_way
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(fake_logits - real_logits).mean()

# %% wrong · plain_difference · curve_missing
def relativistic_g_loss(real_logits, fake_logits):
    return (real_logits - fake_logits).mean()

# %% wrong · shuffled · other_pairs
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits.flip(0) - fake_logits).mean()

# %% wrong · sigmoid_only · curve_missing
def relativistic_g_loss(real_logits, fake_logits):
    return torch.sigmoid(real_logits - fake_logits).mean()

# %% wrong · sign_dropped · wrong_way
def relativistic_g_loss(real_logits, fake_logits):
    return F.logsigmoid(fake_logits - real_logits).mean()

# %% wrong · sum · mean_missing
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits - fake_logits).sum()

# %% wrong · table · all_pairs
def relativistic_g_loss(real_logits, fake_logits):
    return F.softplus(real_logits.reshape(1, -1) - fake_logits.reshape(-1, 1)).mean()

# %% noisy · prints
def relativistic_g_loss(real_logits, fake_logits):
    print(real_logits.shape, fake_logits.shape)
    assert real_logits.shape == fake_logits.shape
    return F.softplus(real_logits - fake_logits).mean()
