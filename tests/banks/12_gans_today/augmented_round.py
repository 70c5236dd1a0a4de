# %% correct · frozen_d
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    d_optimizer.zero_grad()
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    first.backward()
    d_optimizer.step()
    discriminator.requires_grad_(False)
    g_optimizer.zero_grad()
    second = g_loss(discriminator(augment(real)), discriminator(augment(generator(noise(len(real))))))
    second.backward()
    g_optimizer.step()
    discriminator.requires_grad_(True)
    return first.item(), second.item()

# %% correct · grads_by_hand
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = augment(generator(noise(len(real)))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(fake))
    for p, g in zip(discriminator.parameters(), torch.autograd.grad(first, list(discriminator.parameters()))):
        p.grad = g
    d_optimizer.step()
    second = g_loss(discriminator(augment(real)), discriminator(augment(generator(noise(len(real))))))
    for p, g in zip(generator.parameters(), torch.autograd.grad(second, list(generator.parameters()))):
        p.grad = g
    g_optimizer.step()
    return first.item(), second.item()

# %% correct · helper
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    def step(optimizer, loss, real_batch, fake_batch):
        value = loss(discriminator(augment(real_batch)), discriminator(augment(fake_batch)))
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        optimizer.step()
        return float(value.detach())

    n = real.shape[0]
    return step(d_optimizer, d_loss, real, generator(noise(n)).detach()), step(g_optimizer, g_loss, real, generator(noise(n)))

# %% correct · no_grad_fakes
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    with torch.no_grad():
        shown = augment(generator(noise(len(real))))
    fake = None
    first = d_loss(discriminator(augment(real)), discriminator(shown))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% correct · not_detached
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real)))
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% correct · one_batch_of_fakes
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    made = generator(noise(len(real)))
    fake = made.detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = made
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% correct · plain
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% correct · real_logits_held
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)).detach(), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · augment_under_no_grad · cut_from_g
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    def cut(x):
        with torch.no_grad():
            return augment(x)

    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(cut(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · d_moves_too · d_moves_in_g_step
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    d_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    d_optimizer.step()
    return first.item(), second.item()

# %% wrong · d_only · cut_from_g
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    return first.item(), second.item()

# %% wrong · detached_in_g · cut_from_g
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake.detach())))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · fakes_plain · fakes_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(fake))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(fake))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · fakes_plain_in_g · fakes_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(fake))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · four_fakes · wrong_count
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(4)).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(4))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · g_first · wrong_order
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    return first.item(), second.item()

# %% wrong · never · one_half_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(real), discriminator(fake))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · old_real_logits · old_discriminator
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    before = discriminator(augment(real))
    fake = generator(noise(len(real))).detach()
    first = d_loss(before, discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(before.detach(), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · one_returned · wrong_return
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item()

# %% wrong · only_in_d · one_half_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(real), discriminator(fake))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · only_in_g · one_half_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · real_plain · real_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(real), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(real), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · real_plain_in_d · real_not_augmented
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(real), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · stale · stale_gradients
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · swapped_logits_d · swapped_logits
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(fake)), discriminator(augment(real)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · swapped_logits_g · swapped_logits
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(fake)), discriminator(augment(real)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · swapped_optimizers · optimizers_swapped
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    g_optimizer, d_optimizer = d_optimizer, g_optimizer
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% wrong · tensors · keeps_graph
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first, second

# %% wrong · twice · augmented_twice
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    real = augment(real).detach()
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()

# %% noisy · prints
def augmented_round(generator, discriminator, g_optimizer, d_optimizer, real, noise, augment, d_loss, g_loss):
    print(len(real), 'samples')
    fake = generator(noise(len(real))).detach()
    first = d_loss(discriminator(augment(real)), discriminator(augment(fake)))
    d_optimizer.zero_grad()
    first.backward()
    d_optimizer.step()
    fake = generator(noise(len(real)))
    second = g_loss(discriminator(augment(real)), discriminator(augment(fake)))
    g_optimizer.zero_grad()
    second.backward()
    g_optimizer.step()
    return first.item(), second.item()
