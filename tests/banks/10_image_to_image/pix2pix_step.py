# %% correct · plain
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · fresh_translation
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(source)
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · no_grad_for_the_fake
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    with torch.no_grad():
        fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(source)
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return float(d_loss), float(g_loss)

# %% correct · detached_pair
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    real_pair = torch.cat((source, target), dim=1)
    fake_pair = torch.cat((source, fake), dim=1)
    d_optimizer.zero_grad()
    d_loss = discriminator_loss(discriminator(real_pair), discriminator(fake_pair.detach()))
    d_loss.backward()
    d_optimizer.step()
    g_optimizer.zero_grad()
    g_loss = generator_loss(fake, target, discriminator(fake_pair))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · one_large_batch
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    n = len(source)
    out = discriminator(torch.cat([torch.cat([source, source]), torch.cat([target, fake.detach()])], 1))
    d_loss = discriminator_loss(out[:n], out[n:])
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% correct · freezes_d
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    for p in discriminator.parameters():
        p.requires_grad_(False)
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    for p in discriminator.parameters():
        p.requires_grad_(True)
    return d_loss.item(), g_loss.item()

# %% correct · helpers
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    def judge(picture):
        return discriminator(torch.hstack([source, picture]))

    def descend(optimizer, loss):
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return loss.item()

    fake = generator(source)
    d = descend(d_optimizer, discriminator_loss(judge(target), judge(fake.detach())))
    g = descend(g_optimizer, generator_loss(fake, target, judge(fake)))
    return [d, g]

# %% correct · autograd_grad
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    for p, slope in zip(discriminator.parameters(), torch.autograd.grad(d_loss, list(discriminator.parameters()))):
        p.grad = slope
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    for p, slope in zip(generator.parameters(), torch.autograd.grad(g_loss, list(generator.parameters()))):
        p.grad = slope
    g_optimizer.step()
    return d_loss.tolist(), g_loss.tolist()

# %% correct · clears_both_first
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    g_optimizer.zero_grad()
    d_optimizer.zero_grad()
    fake = generator(source)
    real_logits = discriminator(torch.cat([source, target], 1))
    fake_logits = discriminator(torch.cat([source, fake.detach()], 1))
    d_loss = discriminator_loss(real_logits, fake_logits)
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · picture_first · picture_before_source
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([target, source], 1)), discriminator(torch.cat([fake.detach(), source], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([fake, source], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · picture_alone
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(target), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(fake))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · picture_twice · judged_alone
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([target, target], 1)), discriminator(torch.cat([fake.detach(), fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([fake, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · beside_in_width
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 3)), discriminator(torch.cat([source, fake.detach()], 3)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 3)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · fake_beside_target
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([target, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · target_as_condition · target_as_condition
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([target, target], 1)), discriminator(torch.cat([target, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([target, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · real_twice · fake_with_target
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, target], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · pairs_swapped · swapped_pairs
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, fake.detach()], 1)), discriminator(torch.cat([source, target], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · target_first_in_loss · generator_loss_arguments
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(target, fake, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · source_for_target · generator_loss_arguments
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, source, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · real_logits_for_g · real_logits_for_g
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, target], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · content_detached · content_cut
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake.detach(), target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · logits_detached · adversary_cut
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake.detach()], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · optimizers_swapped · optimizers_swapped
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    g_optimizer.zero_grad()
    d_loss.backward()
    g_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    d_optimizer.zero_grad()
    g_loss.backward()
    d_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · old_logits · old_discriminator
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · g_first · wrong_order
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · not_detached
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    fake = generator(source)
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · both_optimizers_in_g · d_moves_in_g_step
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    d_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · not_cleared · stale_gradients
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · cleared_too_late · stale_gradients
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_loss.backward()
    d_optimizer.step()
    d_optimizer.zero_grad()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_loss.backward()
    g_optimizer.step()
    g_optimizer.zero_grad()
    return d_loss.item(), g_loss.item()

# %% wrong · cleared_before_step · no_step
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_loss.backward()
    d_optimizer.zero_grad()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · climbs · wrong_way
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = -discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · step_before_backward · no_step
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_optimizer.step()
    d_loss.backward()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · new_adam · new_optimizer
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_optimizer = torch.optim.Adam(discriminator.parameters(), lr=1e-3)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · two_steps · two_steps
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    for _ in range(2):
        fake = generator(source)
        d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · halved_loss · scaled_loss
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = 0.5 * discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · probabilities · probabilities_given
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(torch.sigmoid(discriminator(torch.cat([source, target], 1))), torch.sigmoid(discriminator(torch.cat([source, fake.detach()], 1))))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · l1_added · content_added
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1))) + 100 * (fake - target).abs().mean()
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · own_losses · ignores_loss
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = F.softplus(-discriminator(torch.cat([source, target], 1))).mean() + F.softplus(discriminator(torch.cat([source, fake.detach()], 1))).mean()
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · translates_the_target · other_source
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(target)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · tensors_back · keeps_graph
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss, g_loss

# %% wrong · one_number · wrong_return
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item() + g_loss.item()

# %% wrong · losses_turned · wrong_return
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return g_loss.item(), d_loss.item()

# %% wrong · d_left_frozen · left_frozen
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    for p in discriminator.parameters():
        p.requires_grad_(False)
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · g_in_eval · left_in_eval
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    generator.eval()
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · seeds · reseeds
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    torch.manual_seed(0)
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    return d_loss.item(), g_loss.item()

# %% wrong · scales_in_place · modifies_inputs
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    target.mul_(0.5)
    return d_loss.item(), g_loss.item()

# %% noisy · prints
def pix2pix_step(generator, discriminator, g_optimizer, d_optimizer, source, target, discriminator_loss, generator_loss):
    fake = generator(source)
    d_loss = discriminator_loss(discriminator(torch.cat([source, target], 1)), discriminator(torch.cat([source, fake.detach()], 1)))
    d_optimizer.zero_grad()
    d_loss.backward()
    d_optimizer.step()
    g_loss = generator_loss(fake, target, discriminator(torch.cat([source, fake], 1)))
    g_optimizer.zero_grad()
    g_loss.backward()
    g_optimizer.step()
    print(f"D {d_loss.item():.3f}, G {g_loss.item():.3f}")
    return d_loss.item(), g_loss.item()
