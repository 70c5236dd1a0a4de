# %% correct · plain
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · same_fakes_again
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    z = noise(unlabelled.shape[0])
    fake = generator(z)
    d_loss = supervised_loss(discriminator(labelled), labels)
    d_loss += unsupervised_loss(discriminator(unlabelled), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = feature_loss(discriminator.features(unlabelled).detach(), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return float(d_loss), float(g_loss)

# %% correct · no_grad_for_the_fakes
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    with torch.no_grad():
        fake = generator(noise(len(unlabelled)))
    d_optimizer.zero_grad()
    sup = supervised_loss(logits=discriminator(labelled), labels=labels)
    unsup = unsupervised_loss(real_logits=discriminator(unlabelled), fake_logits=discriminator(fake))
    (sup + unsup).backward()
    d_optimizer.step()
    with torch.no_grad():
        wanted = discriminator.features(unlabelled)
    g_optimizer.zero_grad()
    g_loss = feature_loss(real_features=wanted, fake_features=discriminator.features(generator(noise(len(unlabelled)))))
    g_loss.backward()
    g_optimizer.step()
    return [sup.item() + unsup.item(), g_loss.item()]

# %% correct · one_large_batch
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    L, N = len(labelled), len(unlabelled)
    fake = generator(noise(N)).detach()
    out = discriminator(torch.cat([labelled, unlabelled, fake]))
    d_loss = supervised_loss(out[:L], labels) + unsupervised_loss(out[L : L + N], out[L + N :])
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    features = discriminator.features(torch.cat([unlabelled, generator(noise(N))]))
    g_loss = feature_loss(features[:N], features[N:])
    generator.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · freezes_d_for_g
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    for p in discriminator.parameters():
        p.requires_grad_(False)
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(generator(noise(len(unlabelled)))))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    for p in discriminator.parameters():
        p.requires_grad_(True)
    return d_loss.item(), g_loss.item()

# %% correct · two_backwards_one_step
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    d_optimizer.zero_grad(set_to_none=False)
    sup = supervised_loss(discriminator(labelled), labels)
    sup.backward()
    unsup = unsupervised_loss(discriminator(unlabelled), discriminator(generator(noise(len(unlabelled))).detach()))
    unsup.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return (sup + unsup).item(), g_loss.item()

# %% correct · gradients_asked_for
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled)))
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake.detach()))
    for p, slope in zip(discriminator.parameters(), torch.autograd.grad(d_loss, list(discriminator.parameters()))):
        p.grad = slope
    d_optimizer.step()
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    for p, slope in zip(generator.parameters(), torch.autograd.grad(g_loss, list(generator.parameters()))):
        p.grad = slope
    g_optimizer.step()
    return d_loss.tolist(), g_loss.tolist()

# %% correct · not_detached_but_cleared
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled)))
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    g_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · helper_and_closure
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    def descend(optimizer, loss):
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    count = unlabelled.size(0)
    d = descend(
        d_optimizer,
        supervised_loss(discriminator(labelled), labels)
        + unsupervised_loss(discriminator(unlabelled), discriminator(generator(noise(count)).detach())),
    )
    g = descend(
        g_optimizer,
        feature_loss(discriminator.features(unlabelled), discriminator.features(generator(noise(count)))),
    )
    return d, g

# %% noisy · prints_both
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    print(f'{d_loss:.3f} {g_loss:.3f}')
    return d_loss.item(), g_loss.item()

# %% wrong · features_of_the_labelled · features_of_labelled
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(labelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · labelled_as_real · labelled_as_real
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(labelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · no_labels · ignores_loss
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · labels_alone · ignores_loss
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels)
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · labels_not_added · supervised_missing
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    sup = supervised_loss(discriminator(labelled), labels)
    d_loss = unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · fakes_not_added · unsupervised_missing
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels)
    unsup = unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · a_step_for_each · two_d_steps
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    sup = supervised_loss(discriminator(labelled), labels)
    d_optimizer.zero_grad()
    sup.backward()
    d_optimizer.step()
    unsup = unsupervised_loss(discriminator(unlabelled), discriminator(generator(noise(len(unlabelled))).detach()))
    d_optimizer.zero_grad()
    unsup.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return sup.item() + unsup.item(), g_loss.item()

# %% wrong · logits_matched · logits_for_features
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator(unlabelled), discriminator(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · pictures_matched · pictures_for_features
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(unlabelled, fake)
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · fools_d · g_by_unsupervised_loss
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = -unsupervised_loss(discriminator(unlabelled), discriminator(fake)) + 0 * feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · swapped_in_d · swapped_batches
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(fake), discriminator(unlabelled))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · swapped_in_g · swapped_batches
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(fake), discriminator.features(unlabelled))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · optimisers_swapped · optimizers_swapped
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    g_optimizer.zero_grad()
    d_loss.backward()
    g_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    d_optimizer.zero_grad()
    g_loss.backward()
    d_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · d_of_before · old_discriminator
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled)))
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake.detach()))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · g_first · wrong_order
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · d_steps_again · d_moves_in_g_step
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    d_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · fakes_not_detached · d_loss_reaches_g
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled)))
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · gradients_kept · stale_gradients
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · gradients_of_d_kept · stale_gradients
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · g_cut · cut_from_g
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled))).detach()
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · as_many_as_labelled · wrong_count
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(labelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · thirty_two · wrong_count
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(32)).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(32))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · own_noise · ignores_noise
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(torch.randn(len(unlabelled), 3)).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(torch.randn(len(unlabelled), 3))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · own_cross_entropy · ignores_loss
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = F.cross_entropy(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · own_matching · ignores_loss
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = (discriminator.features(unlabelled).mean(0) - discriminator.features(fake).mean(0)).square().sum()
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · half_of_each · terms_weighed
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + 0.5 * unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · subtracted · terms_weighed
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) - unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · predicted_labels · supervised_batch
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), discriminator(labelled).argmax(1)) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · eval_left_on · left_in_eval
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    discriminator.eval()
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · frozen_left · left_frozen
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    discriminator.requires_grad_(False)
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · tensors · keeps_graph
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss, g_loss

# %% wrong · one_number · wrong_return
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item() + g_loss.item()

# %% wrong · losses_swapped · wrong_return
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return g_loss.item(), d_loss.item()

# %% wrong · supervised_returned · wrong_return
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    sup = supervised_loss(discriminator(labelled), labels)
    d_loss = sup + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return sup.item(), g_loss.item()

# %% wrong · seeded · reseeds
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    torch.manual_seed(0)
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · d_never_steps · no_step
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · uphill · wrong_way
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    (-g_loss).backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · clipped · clipped
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    torch.nn.utils.clip_grad_norm_(discriminator.parameters(), 1.0)
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    torch.nn.utils.clip_grad_norm_(generator.parameters(), 1.0)
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · new_adam · new_optimizer
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    d_optimizer = torch.optim.Adam(discriminator.parameters(), lr=1e-3)
    g_optimizer = torch.optim.Adam(generator.parameters(), lr=1e-3)
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · asks_for_gradients · modifies_inputs
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    unlabelled.requires_grad_()
    fake = generator(noise(len(unlabelled))).detach()
    d_loss = supervised_loss(discriminator(labelled), labels) + unsupervised_loss(discriminator(unlabelled), discriminator(fake))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(noise(len(unlabelled)))
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · keeps_z_while_it_fits · stale_noise
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    if not hasattr(generator, "kept") or len(generator.kept) != len(unlabelled):
        generator.kept = noise(len(unlabelled))
    fake = generator(generator.kept)
    d_loss = supervised_loss(discriminator(labelled), labels)
    d_loss = d_loss + unsupervised_loss(discriminator(unlabelled), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = feature_loss(discriminator.features(unlabelled), discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · features_before_d_moved · unrecognised
def semi_supervised_step(generator, discriminator, g_optimizer, d_optimizer, labelled, labels, unlabelled, noise, supervised_loss, unsupervised_loss, feature_loss):
    fake = generator(noise(len(unlabelled)))
    wanted = discriminator.features(unlabelled).detach()
    d_loss = supervised_loss(discriminator(labelled), labels)
    d_loss = d_loss + unsupervised_loss(discriminator(unlabelled), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = feature_loss(wanted, discriminator.features(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()
