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

# %% wrong · images_detached · detached
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

# %% noisy · prints
def generator_loss(generator, discriminator, z, labels):
    gemälde = generator(z, labels)
    print("drawn", tuple(gemälde.shape))
    return F.softplus(-discriminator(gemälde, labels)).mean()
