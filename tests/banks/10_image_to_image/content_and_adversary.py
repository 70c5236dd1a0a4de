# %% correct · softplus
def content_and_adversary(fake, real, fake_logits, weight):
    return (fake - real).abs().mean() + weight * F.softplus(-fake_logits).mean()

# %% correct · bce
def content_and_adversary(fake, real, fake_logits, weight):
    adversarial = F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))
    return F.l1_loss(fake, real) + weight * adversarial

# %% correct · logsigmoid
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(real, fake) - weight * F.logsigmoid(fake_logits).mean()

# %% correct · modules
def content_and_adversary(fake, real, fake_logits, weight):
    content = nn.L1Loss()(fake, real)
    looks_real = nn.BCEWithLogitsLoss()(fake_logits.flatten(), torch.ones(fake_logits.numel()))
    return content + weight * looks_real

# %% correct · per_picture_first
def content_and_adversary(fake, real, fake_logits, weight):
    near = (fake - real).abs().flatten(1).mean(1)
    real_enough = F.softplus(-fake_logits.reshape(len(fake), -1)).mean(1)
    return (near + weight * real_enough).mean()

# %% correct · logaddexp
def content_and_adversary(fake, real, fake_logits, weight):
    a = fake_logits
    return torch.abs(real - fake).sum() / real.numel() + weight * torch.logaddexp(torch.zeros_like(a), -a).sum() / a.numel()

# %% correct · cross_entropy
def content_and_adversary(fake, real, fake_logits, weight):
    a = fake_logits.reshape(-1)
    two = torch.stack([torch.zeros_like(a), a], 1)
    labels = torch.ones(len(a), dtype=torch.long)
    return (fake - real).abs().mean() + weight * F.cross_entropy(two, labels)

# %% wrong · accepts_rejection · adversary_turned
def content_and_adversary(fake, real, fake_logits, weight):
    return (fake - real).abs().mean() + weight * F.softplus(fake_logits).mean()

# %% wrong · zero_labels · adversary_turned
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) + weight * F.binary_cross_entropy_with_logits(fake_logits, torch.zeros_like(fake_logits))

# %% wrong · saturating · saturating
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) - weight * F.softplus(fake_logits).mean()

# %% wrong · content_alone · adversary_missing
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real)

# %% wrong · logit_itself · adversary_missing
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) - weight * fake_logits.mean()

# %% wrong · adversary_alone · content_missing
def content_and_adversary(fake, real, fake_logits, weight):
    return weight * F.softplus(-fake_logits).mean()

# %% wrong · weight_forgotten · weight_misplaced
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) + F.softplus(-fake_logits).mean()

# %% wrong · weight_on_content · weight_misplaced
def content_and_adversary(fake, real, fake_logits, weight):
    return weight * F.l1_loss(fake, real) + F.softplus(-fake_logits).mean()

# %% wrong · weight_on_both · weight_misplaced
def content_and_adversary(fake, real, fake_logits, weight):
    return weight * (F.l1_loss(fake, real) + F.softplus(-fake_logits).mean())

# %% wrong · subtracted · adversary_subtracted
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) - weight * F.softplus(-fake_logits).mean()

# %% wrong · squares · squared_content
def content_and_adversary(fake, real, fake_logits, weight):
    return F.mse_loss(fake, real) + weight * F.softplus(-fake_logits).mean()

# %% wrong · smooth_l1 · squared_content
def content_and_adversary(fake, real, fake_logits, weight):
    return F.smooth_l1_loss(fake, real) + weight * F.softplus(-fake_logits).mean()

# %% wrong · no_absolute · sign_cancels
def content_and_adversary(fake, real, fake_logits, weight):
    return (real - fake).mean() + weight * F.softplus(-fake_logits).mean()

# %% wrong · summed
def content_and_adversary(fake, real, fake_logits, weight):
    return (fake - real).abs().sum() + weight * F.softplus(-fake_logits).sum()

# %% wrong · per_picture
def content_and_adversary(fake, real, fake_logits, weight):
    return (fake - real).abs().mean((1, 2, 3)) + weight * F.softplus(-fake_logits).flatten()

# %% wrong · pixels_summed · sum_over_pixels
def content_and_adversary(fake, real, fake_logits, weight):
    return (fake - real).abs().sum((1, 2, 3)).mean() + weight * F.softplus(-fake_logits).mean()

# %% wrong · sigmoid_first · sigmoid_twice
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) + weight * F.softplus(-torch.sigmoid(fake_logits)).mean()

# %% wrong · log_of_sigmoid · not_stable
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) - weight * torch.log(torch.sigmoid(fake_logits)).mean()

# %% wrong · log_with_epsilon · not_stable
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) - weight * torch.log(torch.sigmoid(fake_logits) + 1e-8).mean()

# %% wrong · clamped · not_stable
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) + weight * F.softplus(-fake_logits.clamp(-50, 50)).mean()

# %% wrong · detached_fake · detached
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake.detach(), real) + weight * F.softplus(-fake_logits).mean()

# %% wrong · detached_logits · detached
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real) + weight * F.softplus(-fake_logits.detach()).mean()

# %% wrong · number · becomes_number
def content_and_adversary(fake, real, fake_logits, weight):
    return F.l1_loss(fake, real).item() + weight * F.softplus(-fake_logits).mean().item()

# %% noisy · prints
def content_and_adversary(fake, real, fake_logits, weight):
    content, adversarial = F.l1_loss(fake, real), F.softplus(-fake_logits).mean()
    print(f"content {float(content):.3f}, adversary {float(adversarial):.3f}")
    return content + weight * adversarial
