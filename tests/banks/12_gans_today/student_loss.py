# %% correct · bce
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    a = discriminator(made)
    return weight * F.binary_cross_entropy_with_logits(a, torch.ones_like(a)) + F.mse_loss(made, target, reduction='sum') / len(z)

# %% correct · cdist_free
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    gap = made - target
    parts = torch.stack([(gap * gap).sum(1).mean(), F.softplus(-discriminator(made)).mean()])
    return parts[0] + weight * parts[1]

# %% correct · logaddexp
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    a = discriminator(made).reshape(-1)
    price = torch.linalg.vector_norm(target - made, dim=1).pow(2)
    return (price + weight * torch.logaddexp(-a, torch.zeros_like(a))).mean()

# %% correct · loop
def student_loss(student, discriminator, z, target, weight):
    total = 0.0
    for noise, end in zip(z, target):
        made = student(noise[None])
        total = total + (made[0] - end).pow(2).sum() + weight * F.softplus(-discriminator(made)).sum()
    return total / len(z)

# %% correct · mse_times_d
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return F.mse_loss(made, target) * made.shape[1] + weight * F.softplus(discriminator(made).neg()).mean()

# %% correct · plain
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() + weight * F.softplus(-discriminator(made)).mean()

# %% correct · two_calls
def student_loss(student, discriminator, z, target, weight):
    regression = ((student(z) - target) ** 2).sum(-1).mean()
    adversarial = -F.logsigmoid(discriminator(student(z))).mean()
    return regression + weight * adversarial

# %% wrong · critic · other_adversarial_loss
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() - weight * discriminator(made).mean()

# %% wrong · cut · nothing_learned
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() + weight * F.softplus(-discriminator(made.detach())).mean()

# %% wrong · d_side · wrong_way
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() + weight * F.softplus(discriminator(made)).mean()

# %% wrong · d_under_no_grad · nothing_learned
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    with torch.no_grad():
        a = discriminator(made)
    return (made - target).square().sum(1).mean() + weight * F.softplus(-a).mean()

# %% wrong · frozen · left_frozen
def student_loss(student, discriminator, z, target, weight):
    for p in discriminator.parameters():
        p.requires_grad_(False)
    made = student(z)
    return (made - target).square().sum(1).mean() + weight * F.softplus(-discriminator(made)).mean()

# %% wrong · gan_only · one_part_only
def student_loss(student, discriminator, z, target, weight):
    return weight * F.softplus(-discriminator(student(z))).mean()

# %% wrong · guarded_log · not_over_the_range
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() - weight * torch.log(torch.sigmoid(discriminator(made)) + 1e-8).mean()

# %% wrong · hinge · other_adversarial_loss
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() + weight * F.relu(1 - discriminator(made)).mean()

# %% wrong · judges_teacher · d_sees_something_else
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() + weight * F.softplus(-discriminator(target)).mean()

# %% wrong · l1 · other_price
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return F.l1_loss(made, target) + weight * F.softplus(-discriminator(made)).mean()

# %% wrong · length · other_price
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).norm(dim=1).mean() + weight * F.softplus(-discriminator(made)).mean()

# %% wrong · log_of_sigmoid · not_over_the_range
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() - weight * torch.log(torch.sigmoid(discriminator(made))).mean()

# %% wrong · minus · wrong_way
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() - weight * F.softplus(-discriminator(made)).mean()

# %% wrong · mse · mean_over_coordinates
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return F.mse_loss(made, target) + weight * F.softplus(-discriminator(made)).mean()

# %% wrong · no_weight · weight_forgotten
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() + F.softplus(-discriminator(made)).mean()

# %% wrong · number · becomes_number
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return ((made - target).square().sum(1).mean() + weight * F.softplus(-discriminator(made)).mean()).item()

# %% wrong · regression_only · one_part_only
def student_loss(student, discriminator, z, target, weight):
    return (student(z) - target).square().sum(1).mean()

# %% wrong · saturating · saturating
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum(1).mean() - weight * F.softplus(discriminator(made)).mean()

# %% wrong · sums · mean_missing
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return (made - target).square().sum() + weight * F.softplus(-discriminator(made)).sum()

# %% wrong · weight_on_squares · weight_forgotten
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    return weight * (made - target).square().sum(1).mean() + F.softplus(-discriminator(made)).mean()

# %% noisy · prints
def student_loss(student, discriminator, z, target, weight):
    made = student(z)
    print(made.shape)
    return (made - target).square().sum(1).mean() + weight * F.softplus(-discriminator(made)).mean()
