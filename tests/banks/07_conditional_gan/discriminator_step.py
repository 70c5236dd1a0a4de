# %% correct · autograd_grad
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).data
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    weights = list(discriminator.parameters())
    for w, slope in zip(weights, torch.autograd.grad(value, weights)):
        w.grad = slope
    d_optimizer.step()
    return value.item()

# %% correct · closure
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake, wrong = generator(noise(len(real)), labels).detach(), mismatch(labels)

    def closure():
        d_optimizer.zero_grad()
        value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
        value.backward()
        return value

    return d_optimizer.step(closure).item()

# %% correct · frozen_generator
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    generator.requires_grad_(False)
    fake = generator(noise(len(real)), labels)
    generator.requires_grad_(True)
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return float(value.detach())

# %% correct · keywords
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    value = loss(
        mismatched_logits=discriminator(real, mismatch(labels)),
        fake_logits=discriminator(fake, labels),
        matched_logits=discriminator(real, labels),
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · no_grad
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    with torch.no_grad():
        fake = generator(noise(real.shape[0]), labels)
    d_optimizer.zero_grad(set_to_none=False)
    matched = discriminator(real, labels)
    faked = discriminator(fake, labels)
    mismatched = discriminator(real, mismatch(labels))
    value = loss(matched, faked, mismatched)
    value.backward()
    d_optimizer.step()
    return float(value)

# %% correct · noise_in_two_halves
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    half = len(real) // 2
    z = torch.cat([noise(half), noise(len(real) - half)])
    fake = generator(z, labels).detach()
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · one_pass
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    n = len(real)
    fake = generator(noise(n), labels).detach()
    images = torch.cat([real, fake, real])
    orders = torch.cat([labels, labels, mismatch(labels)])
    value = loss(*discriminator(images, orders).split(n))
    discriminator.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.tolist()

# %% correct · plain
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · without_detach
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    d_optimizer.zero_grad()
    fake = generator(noise(len(real)), labels)
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, mismatch(labels))
    )
    value.backward()
    d_optimizer.step()
    return value.detach().item()

# %% correct · gradients_by_hand
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    with torch.no_grad():
        fakes = generator(noise(real.size(0)), labels)

    def judged(pairs):
        return tuple(discriminator(image, label) for image, label in pairs)

    value = loss(*judged([(real, labels), (fakes, labels), (real, mismatch(labels))]))
    weights = [p for p in discriminator.parameters() if p.requires_grad]
    for p, slope in zip(weights, torch.autograd.grad(value, weights, allow_unused=True), strict=True):
        p.grad = slope
    d_optimizer.step()
    return value.item()

# %% correct · closure_2
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    z = noise(len(labels))
    fakes = generator(z, labels).data.clone()
    wrong = mismatch(labels)

    def closure():
        d_optimizer.zero_grad()
        matched = discriminator(real, labels)
        fake = discriminator(fakes, labels)
        mismatched = discriminator(real, wrong)
        value = loss(matched, fake, mismatched)
        value.backward()
        return value

    return float(d_optimizer.step(closure).detach())

# %% correct · keywords_of_networks
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(z=noise(len(real)), y=labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(x=real, y=labels), discriminator(x=fake, y=labels), discriminator(x=real, y=wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · random_labels_for_fakes · fakes_of_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    asked = torch.randint(0, int(labels.max()) + 1, labels.shape)
    fake = generator(noise(len(real)), asked).detach()
    value = loss(
        discriminator(real, labels), discriminator(fake, asked), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · shuffled_labels_for_fakes · fakes_of_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    asked = labels[torch.randperm(len(labels))]
    fake = generator(noise(len(real)), asked).detach()
    value = loss(
        discriminator(real, labels), discriminator(fake, asked), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · wrong_labels_for_fakes_too · fakes_of_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    wrong = mismatch(labels)
    fake = generator(noise(len(real)), wrong).detach()
    value = loss(discriminator(real, labels), discriminator(fake, wrong), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · all_under_no_grad · cut_from_d
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    with torch.no_grad():
        fake = generator(noise(len(real)), labels).detach()
        wrong = mismatch(labels)
        value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    value.requires_grad_(True)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · cleared_after · stale_gradients
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    value.backward()
    d_optimizer.step()
    d_optimizer.zero_grad()
    return value.item()

# %% wrong · d_without_labels · raises
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real), discriminator(fake), discriminator(real))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fake_first · swapped_kinds
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(fake, labels), discriminator(real, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fake_logits_detached · one_kind_cut
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(
        discriminator(real, labels), discriminator(fake, labels).detach(), discriminator(real, wrong)
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fake_made_but_not_judged · real_as_fake
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(real, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fakes_judged_under_wrong · fake_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, wrong), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fakes_twice · third_pair_not_mismatched
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(fake, labels))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fakes_with_wrong_labels · mismatched_fakes
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(fake, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fixed_number_of_fakes · wrong_count
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(4), labels[:4]).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels[:4]), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · g_asked_for_shuffled · fake_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels.flip(0)).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · g_asked_for_wrong · fake_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    wrong = mismatch(labels)
    fake = generator(noise(len(real)), wrong).detach()
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · halved · scaled_loss
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = 0.5 * loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · labels_reversed · labels_moved
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels.flip(0)), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · labels_shuffled_against_images · labels_moved
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels.roll(1)), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · left_frozen · left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    generator.requires_grad_(False)
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · left_in_eval · left_in_eval
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    generator.eval()
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · matched_last · swapped_kinds
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, wrong), discriminator(fake, labels), discriminator(real, labels))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · mismatch_unused · third_pair_not_mismatched
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, labels))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · mismatched_before_fake · swapped_kinds
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(real, wrong), discriminator(fake, labels))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · mismatched_by_shuffling · ignores_mismatch
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = labels[torch.randperm(len(labels))]
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · mismatched_logits_detached · one_kind_cut
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(
        discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong).detach()
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · moves_g_too · other_player_moved
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels)
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    generator.zero_grad()
    value.backward()
    d_optimizer.step()
    with torch.no_grad():
        for p in generator.parameters():
            p -= 0.1 * p.grad
    return value.item()

# %% wrong · new_optimizer · new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=d_optimizer.param_groups[0]["lr"])
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · no_mismatched · ignores_mismatch
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(fake, labels))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · no_step · no_step
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    return value.item()

# %% wrong · order_of_inputs · raises
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(labels, real), discriminator(labels, fake), discriminator(wrong, real))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · own_loss · ignores_loss
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = (
        F.softplus(-discriminator(real, labels)).mean()
        + F.softplus(discriminator(fake, labels)).mean() / 2
        + F.softplus(discriminator(real, wrong)).mean() / 2
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · own_noise · ignores_noise
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(torch.randn(len(real), 3), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · probabilities · probabilities_given
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    logits = [discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong)]
    value = loss(*[torch.sigmoid(a) for a in logits])
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · real_as_fake · ignores_generator
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(real, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · returns_nothing · wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()

# %% wrong · returns_tensor · keeps_graph
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value

# %% wrong · seed_in_step · reseeds
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    torch.manual_seed(0)
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · stale_gradients · stale_gradients
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · step_before_backward · step_before_backward
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.step()
    d_optimizer.zero_grad()
    value.backward()
    return value.item()

# %% wrong · step_of_cleared_gradients · no_step
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    d_optimizer.step()
    value.backward()
    return value.item()

# %% wrong · two_steps · two_steps
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    d_optimizer.step()
    return value.item()

# %% wrong · uphill · wrong_way
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    (-value).backward()
    d_optimizer.step()
    return value.item()

# %% wrong · wrong_labels_for_matched · third_pair_not_mismatched
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, wrong), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · zero_label_for_fakes · only_real_conditioned
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    zero = torch.zeros_like(labels)
    fake = generator(noise(len(real)), zero).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, zero), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · zero_label_for_g · only_real_conditioned
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), torch.zeros_like(labels)).detach()
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fake, labels), discriminator(real, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · zero_label_when_judging_fakes · only_real_conditioned
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fake = generator(noise(len(real)), labels).detach()
    wrong = mismatch(labels)
    value = loss(
        discriminator(real, labels), discriminator(fake, torch.zeros_like(labels)), discriminator(real, wrong)
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fakes_with_wrong_labels_2 · mismatched_fakes
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    with torch.no_grad():
        fakes = generator(noise(len(real)), labels)
    wrong = mismatch(labels)
    value = loss(discriminator(real, labels), discriminator(fakes, labels), discriminator(fakes, wrong))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · one_set_of_wrong_labels · fakes_of_other_labels
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    wrong = mismatch(labels)
    fakes = generator(noise(real.shape[0]), wrong).detach()
    matched = discriminator(real, labels)
    fake = discriminator(fakes, wrong)
    mismatched = discriminator(real, wrong)
    value = loss(matched, fake, mismatched)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return float(value)

# %% wrong · one_noise_vector · one_z_for_all
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    n = len(real)
    fakes = generator(noise(1).expand(n, -1), labels).detach()
    logits = [discriminator(x, y) for x, y in ((real, labels), (fakes, labels), (real, mismatch(labels)))]
    value = loss(*logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · order_of_arguments · swapped_kinds
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fakes = generator(noise(len(real)), labels).detach()
    matched = discriminator(real, labels)
    mismatched = discriminator(real, mismatch(labels))
    fake = discriminator(fakes, labels)
    value = loss(matched, mismatched, fake)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · freezes_g · left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    for p in generator.parameters():
        p.requires_grad = False  # G must not move
    fakes = generator(noise(len(real)), labels)
    value = loss(
        discriminator(real, labels), discriminator(fakes, labels), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% noisy · prints_and_logs
import logging


def discriminator_step(generator, discriminator, d_optimizer, real, labels, noise, mismatch, loss):
    fälschung = generator(noise(len(real)), labels).detach()
    logging.warning("judging three kinds")
    value = loss(
        discriminator(real, labels), discriminator(fälschung, labels), discriminator(real, mismatch(labels))
    )
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    print(f"loss {value.item():.3f}")
    return value.item()
