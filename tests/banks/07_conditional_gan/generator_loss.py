# %% correct · bce_with_ones
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels)
    return F.binary_cross_entropy_with_logits(logits, torch.ones_like(logits))

# %% correct · frozen_discriminator
def generator_loss(generator, discriminator, z, labels):
    discriminator.requires_grad_(False)
    logits = discriminator(generator(z, labels), labels)
    discriminator.requires_grad_(True)
    return F.softplus(-logits).mean()

# %% correct · logaddexp
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels)
    return torch.logaddexp(torch.zeros_like(logits), -logits).mean()

# %% correct · logsigmoid
def generator_loss(generator, discriminator, z, labels):
    x = generator(z, labels)
    a = discriminator(x, labels).reshape(-1)
    return -torch.mean(F.logsigmoid(a))

# %% correct · module_loss
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels).flatten()
    return nn.BCEWithLogitsLoss()(logits, torch.ones(len(labels)))

# %% correct · plain
def generator_loss(generator, discriminator, z, labels):
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()

# %% correct · sample_by_sample
def generator_loss(generator, discriminator, z, labels):
    terms = []
    for i in range(len(z)):
        image = generator(z[i : i + 1], labels[i : i + 1])
        terms.append(F.softplus(-discriminator(image, labels[i : i + 1])).reshape(()))
    return torch.stack(terms).mean()

# %% correct · sigmoid_clamped
def generator_loss(generator, discriminator, z, labels):
    p = torch.sigmoid(discriminator(generator(z, labels), labels))
    return -p.clamp(min=1e-12).log().sum() / len(z)

# %% correct · constant_d
def generator_loss(generator, discriminator, z, labels):
    constants = {name: p.detach() for name, p in discriminator.named_parameters()}
    images = generator(z, labels)
    logits = torch.func.functional_call(discriminator, constants, (images, labels))
    return torch.logaddexp(-logits, torch.zeros_like(logits)).mean()

# %% correct · freeze_while_judging
def generator_loss(generator, discriminator, z, labels):
    trainable = [p for p in discriminator.parameters() if p.requires_grad]
    for p in trainable:
        p.requires_grad_(False)
    logits = discriminator(generator(z, labels), labels)
    for p in trainable:
        p.requires_grad_(True)
    return -F.logsigmoid(logits).sum() / logits.numel()

# %% correct · by_keyword
def generator_loss(generator, discriminator, z, labels):
    images = generator(z=z, y=labels)
    return F.softplus(-discriminator(x=images, y=labels)).mean()

# %% wrong · called_fake · wrong_way
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels)
    return F.binary_cross_entropy_with_logits(logits, torch.zeros_like(logits))

# %% wrong · constant_noise · ignores_z
def generator_loss(generator, discriminator, z, labels):
    images = generator(torch.zeros_like(z), labels)
    return F.softplus(-discriminator(images, labels)).mean()

# %% wrong · d_without_label · raises
def generator_loss(generator, discriminator, z, labels):
    return F.softplus(-discriminator(generator(z, labels))).mean()

# %% wrong · halved · scaled
def generator_loss(generator, discriminator, z, labels):
    return 0.5 * F.softplus(-discriminator(generator(z, labels), labels)).mean()

# %% wrong · images_detached · cut_from_generator
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels).detach()
    return F.softplus(-discriminator(images, labels)).mean()

# %% wrong · mean_before_log · no_logarithm
def generator_loss(generator, discriminator, z, labels):
    return -torch.log(torch.sigmoid(discriminator(generator(z, labels), labels)).mean())

# %% wrong · not_reduced · mean_missing
def generator_loss(generator, discriminator, z, labels):
    return F.softplus(-discriminator(generator(z, labels), labels))

# %% wrong · number · becomes_number
def generator_loss(generator, discriminator, z, labels):
    return F.softplus(-discriminator(generator(z, labels), labels)).mean().item()

# %% wrong · overflows · overflows
def generator_loss(generator, discriminator, z, labels):
    p = torch.sigmoid(discriminator(generator(z, labels), labels))
    return -torch.log(p).mean()

# %% wrong · own_noise · ignores_z
def generator_loss(generator, discriminator, z, labels):
    images = generator(torch.randn_like(z), labels)
    return F.softplus(-discriminator(images, labels)).mean()

# %% wrong · random_for_d · d_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels)
    return F.softplus(-discriminator(images, labels[torch.randperm(len(labels))])).mean()

# %% wrong · saturating · saturating
def generator_loss(generator, discriminator, z, labels):
    return F.logsigmoid(-discriminator(generator(z, labels), labels)).mean()

# %% wrong · shuffled_for_d · d_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels)
    return F.softplus(-discriminator(images, labels.flip(0))).mean()

# %% wrong · sigmoid_twice · sigmoid_twice
def generator_loss(generator, discriminator, z, labels):
    p = torch.sigmoid(discriminator(generator(z, labels), labels))
    return F.binary_cross_entropy_with_logits(p, torch.ones_like(p))

# %% wrong · sign_forgotten · wrong_way
def generator_loss(generator, discriminator, z, labels):
    return F.logsigmoid(discriminator(generator(z, labels), labels)).mean()

# %% wrong · sorted_for_both · g_other_labels
def generator_loss(generator, discriminator, z, labels):
    labels = labels.sort().values
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()

# %% wrong · summed · mean_missing
def generator_loss(generator, discriminator, z, labels):
    return F.softplus(-discriminator(generator(z, labels), labels)).sum()

# %% wrong · under_no_grad · detached
def generator_loss(generator, discriminator, z, labels):
    with torch.no_grad():
        images = generator(z, labels)
        logits = discriminator(images, labels)
    return F.softplus(-logits).mean()

# %% wrong · wasserstein · no_logarithm
def generator_loss(generator, discriminator, z, labels):
    return -discriminator(generator(z, labels), labels).mean()

# %% wrong · zeros_for_d · d_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels)
    return F.softplus(-discriminator(images, torch.zeros_like(labels))).mean()

# %% wrong · zeros_for_g · g_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, torch.zeros_like(labels))
    return F.softplus(-discriminator(images, labels)).mean()

# %% wrong · judged_in_another_order · d_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels)
    asked = labels[torch.randperm(len(labels), device=labels.device)]
    return F.softplus(-discriminator(images, asked)).mean()

# %% wrong · noise_of_its_own · ignores_z
def generator_loss(generator, discriminator, z, labels):
    images = generator(torch.randn_like(z), labels)
    logits = discriminator(images, labels)
    return F.binary_cross_entropy_with_logits(logits, torch.ones_like(logits))

# %% wrong · logarithm_of_sigmoid · overflows
def generator_loss(generator, discriminator, z, labels):
    d = discriminator(generator(z, labels), labels).sigmoid()
    return d.log().mul(-1).mean()

# %% wrong · safe_logarithm · flat_where_d_rejects
def generator_loss(generator, discriminator, z, labels):
    d = torch.sigmoid(discriminator(generator(z, labels), labels))
    return -torch.log(d + 1e-8).mean()

# %% wrong · one_order_for_all · d_other_labels
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels[:1].expand_as(labels))
    return F.softplus(-logits).mean()

# %% wrong · grey_levels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels)
    images = ((images + 1) * 127.5).round() / 127.5 - 1  # what would be saved to a file
    return F.softplus(-discriminator(images, labels)).mean()

# %% wrong · leaves_d_frozen · networks_frozen
def generator_loss(generator, discriminator, z, labels):
    for p in discriminator.parameters():
        p.requires_grad_(False)
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()

# %% wrong · judges_in_eval · networks_in_other_mode
def generator_loss(generator, discriminator, z, labels):
    discriminator.eval()
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()

# %% wrong · clears_gradients · moves_weights
def generator_loss(generator, discriminator, z, labels):
    discriminator.zero_grad()
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()

# %% wrong · clamped_at_fifteen · flat_where_d_rejects
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels).clamp(-15, 15)
    return F.softplus(-logits).mean()

# %% noisy · prints
def generator_loss(generator, discriminator, z, labels):
    gemälde = generator(z, labels)
    print("drawn", tuple(gemälde.shape))
    return F.softplus(-discriminator(gemälde, labels)).mean()
