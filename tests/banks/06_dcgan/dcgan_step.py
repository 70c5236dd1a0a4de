# %% correct · autograd_grad
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    losses = []
    for network, optimizer, value in (
        (discriminator, d_optimizer, lambda: d_loss(discriminator(real), discriminator(fake.detach()))),
        (generator, g_optimizer, lambda: g_loss(discriminator(fake))),
    ):
        loss = value()
        weights = list(network.parameters())
        for w, slope in zip(weights, torch.autograd.grad(loss, weights)):
            w.grad = slope
        optimizer.step()
        losses.append(loss.item())
    return tuple(losses)

# %% correct · both_noises_first
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    z_g, z_d = noise(real.size(0)), noise(real.size(0))
    fake = generator(z_d)
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(z_g)))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · closures
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    def closure():
        d_optimizer.zero_grad(); l = d_loss(discriminator(real), discriminator(generator(noise(len(real))).detach())); l.backward(); return l
    a = d_optimizer.step(closure)
    def closure2():
        g_optimizer.zero_grad(); l = g_loss(discriminator(generator(noise(len(real))))); l.backward(); return l
    b = g_optimizer.step(closure2)
    return a.item(), b.item()

# %% correct · freeze_and_thaw_with_fresh_fakes
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    n = real.size(0)
    with torch.no_grad():
        fake = generator(noise(n))
    real_logits = discriminator(real)
    fake_logits = discriminator(fake)
    loss_d = d_loss(real_logits, fake_logits)
    d_optimizer.zero_grad(set_to_none=False)
    loss_d.backward()
    d_optimizer.step()

    frozen = [p for p in discriminator.parameters() if p.requires_grad]
    for p in frozen:
        p.requires_grad_(False)
    try:
        loss_g = g_loss(discriminator(generator(noise(n))))
        g_optimizer.zero_grad(set_to_none=False)
        loss_g.backward()
        g_optimizer.step()
    finally:
        for p in frozen:
            p.requires_grad_(True)
    return loss_d.detach().cpu().item(), loss_g.detach().cpu().item()

# %% correct · fresh_noise
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · frozen_and_thawed
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    for p in discriminator.parameters():
        p.requires_grad_(False)
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    for p in discriminator.parameters():
        p.requires_grad_(True)
    return d_value.item(), g_value.item()

# %% correct · gradients_by_hand
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    def move(network, optimizer, loss):
        weights = [p for p in network.parameters() if p.requires_grad]
        slopes = torch.autograd.grad(loss, weights, allow_unused=True)
        for p, slope in zip(weights, slopes, strict=True):
            p.grad = slope
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        return loss.item()

    fake = generator(noise(len(real)))
    first = move(discriminator, d_optimizer, d_loss(discriminator(real), discriminator(fake.detach())))
    second = move(generator, g_optimizer, g_loss(discriminator(fake)))
    return first, second

# %% correct · helper
def down(optimizer, value):
    optimizer.zero_grad(set_to_none=True)
    value.backward()
    optimizer.step()
    return float(value.detach())


def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    n = len(real)
    d = down(d_optimizer, d_loss(real_logits=discriminator(real), fake_logits=discriminator(generator(noise(n)).detach())))
    g = down(g_optimizer, g_loss(fake_logits=discriminator(generator(noise(n)))))
    return d, g

# %% correct · module_zero_grad_and_train
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    generator.train()
    discriminator.train()
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    discriminator.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    generator.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · no_detach_but_cleared
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · no_detach_retained
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    d_value.backward(retain_graph=True)
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · no_grad_fakes
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    with torch.no_grad():
        fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · returns_list
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return [d_value.item(), g_value.item()]

# %% correct · row_by_row
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    z = torch.cat([noise(1) for _ in real])
    fake = generator(z)
    a = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad(); a.backward(); d_optimizer.step()
    b = g_loss(discriminator(fake)); g_optimizer.zero_grad(); b.backward(); g_optimizer.step()
    return a.detach().numpy().item(), b.detach().cpu().tolist()

# %% correct · same_fakes
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · same_z_again
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    z = noise(real.shape[0])
    fake = generator(z)
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% correct · toggles
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    n = real.shape[0]
    for p in generator.parameters(): p.requires_grad_(False)
    fake = generator(noise(n))
    d_optimizer.zero_grad(); l = d_loss(discriminator(real), discriminator(fake)); l.backward(); d_optimizer.step()
    for p in generator.parameters(): p.requires_grad_(True)
    for p in discriminator.parameters(): p.requires_grad_(False)
    g_optimizer.zero_grad(); m = g_loss(discriminator(generator(noise(n)))); m.backward(); g_optimizer.step()
    for p in discriminator.parameters(): p.requires_grad_(True)
    return float(l), float(m)

# %% wrong · both_at_once · old_discriminator
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(real.shape[0]))

    value_g = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    value_g.backward()

    value_d = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    value_d.backward()

    d_optimizer.step()
    g_optimizer.step()
    return float(value_d), float(value_g)

# %% wrong · clear_once_at_the_top · d_loss_reaches_g
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    n = len(real)
    for optimizer in (g_optimizer, d_optimizer):
        optimizer.zero_grad()
    loss_d = d_loss(discriminator(real), discriminator(generator(noise(n))))
    loss_d.backward()
    d_optimizer.step()
    loss_g = g_loss(discriminator(generator(noise(n))))
    loss_g.backward()
    g_optimizer.step()
    return loss_d.item(), loss_g.item()

# %% wrong · cleared_after_backward · no_step
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_value.backward()
    d_optimizer.zero_grad()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · cleared_at_the_start_no_detach · d_loss_reaches_g
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    d_optimizer.zero_grad()
    g_optimizer.zero_grad()
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · clipped · clipped
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    a = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad(); a.backward(); torch.nn.utils.clip_grad_norm_(discriminator.parameters(), 0.1); d_optimizer.step()
    b = g_loss(discriminator(fake)); g_optimizer.zero_grad(); b.backward(); g_optimizer.step()
    return a.item(), b.item()

# %% wrong · d_in_eval_for_g · eval_while_training
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    discriminator.eval()
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    discriminator.train()
    return d_value.item(), g_value.item()

# %% wrong · d_left_in_eval · left_in_eval
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    discriminator.eval()
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · d_moves_twice · d_moves_in_g_step
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    losses = []
    for compute in (
        lambda: d_loss(discriminator(real), discriminator(fake.detach())),
        lambda: g_loss(discriminator(fake)),
    ):
        value = compute()
        d_optimizer.zero_grad()
        g_optimizer.zero_grad()
        value.backward()
        d_optimizer.step()
        g_optimizer.step()
        losses.append(value.item())
    return tuple(losses)

# %% wrong · d_no_step · no_step
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · d_not_cleared · stale_gradients
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · d_not_cleared_2 · stale_gradients
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    loss_d = d_loss(discriminator(real), discriminator(fake.detach()))
    loss_d.backward()
    d_optimizer.step()
    d_optimizer.zero_grad()
    loss_g = g_loss(discriminator(fake))
    loss_g.backward()
    g_optimizer.step()
    g_optimizer.zero_grad()
    return loss_d.item(), loss_g.item()

# %% wrong · d_steps_in_g_half · d_moves_in_g_step
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    d_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    d_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · detached_for_g · cut_from_g
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    fake = fake.detach()
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    if g_value.requires_grad:
        g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · eval_for_fakes · eval_while_training
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    generator.eval()
    fake = generator(noise(len(real)))
    generator.train()
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · fakes_trained_twice · unrecognised
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake)) + d_loss(discriminator(real), discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · fakes_without_history · cut_from_g
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    with torch.no_grad():
        fake = generator(noise(len(real)))
    loss_d = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    loss_d.backward()
    d_optimizer.step()
    loss_g = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    loss_g.backward()
    g_optimizer.step()
    return loss_d.item(), loss_g.item()

# %% wrong · five_d_steps
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    for _ in range(5):
        fake = generator(noise(len(real)))
        a = d_loss(discriminator(real), discriminator(fake.detach()))
        d_optimizer.zero_grad(); a.backward(); d_optimizer.step()
    b = g_loss(discriminator(fake)); g_optimizer.zero_grad(); b.backward(); g_optimizer.step()
    return a.item(), b.item()

# %% wrong · fixed_batch · wrong_count
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(64))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · fixed_noise · stale_noise
_kept = {}


def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    if 'z' not in _kept:
        _kept['z'] = torch.cat([noise(len(real)) for _ in range(4)])
    fake = generator(_kept['z'][: len(real)])
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · frozen_for_good · left_frozen
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    loss_d = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    loss_d.backward()
    d_optimizer.step()
    discriminator.requires_grad_(False)
    loss_g = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    loss_g.backward()
    g_optimizer.step()
    return loss_d.item(), loss_g.item()

# %% wrong · g_first · wrong_order
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    d_value = d_loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · g_first_same_fakes · old_discriminator
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · g_no_step · no_step
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    return d_value.item(), g_value.item()

# %% wrong · g_not_cleared · stale_gradients
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · g_on_real · cut_from_g
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    a = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad(); a.backward(); d_optimizer.step()
    b = g_loss(discriminator(real)); g_optimizer.zero_grad(); b.backward(); g_optimizer.step()
    return a.item(), b.item()

# %% wrong · g_under_no_grad · cut_from_g
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    with torch.no_grad():
        fake = generator(noise(len(real)))
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · graph_used_twice · raises
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · half_for_g · wrong_count
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real) // 2))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · halved_d_loss · scaled_loss
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    (d_value / 2).backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · judge_in_eval · eval_while_training
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    discriminator.eval()  # it only judges now
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    discriminator.train()
    return d_value.item(), g_value.item()

# %% wrong · k_is_two · two_steps
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · left_frozen · left_frozen
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    discriminator.requires_grad_(True)
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    discriminator.requires_grad_(False)
    return d_value.item(), g_value.item()

# %% wrong · left_in_eval · left_in_eval
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    generator.eval()
    return d_value.item(), g_value.item()

# %% wrong · logits_swapped · swapped_logits
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(fake.detach()), discriminator(real))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · mixed_batch · real_and_fake_in_one_batch
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    logits = discriminator(torch.cat([real, fake.detach()]))
    d_value = d_loss(logits[: len(real)], logits[len(real) :])
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · new_optimizers · new_optimizer
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    g_optimizer = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999))
    d_optimizer = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999))
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · no_generator · ignores_generator
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = noise(len(real))[:, :2]
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · no_zero_grad · stale_gradients
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · one_call_for_both · real_and_fake_in_one_batch
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    logits = discriminator(torch.cat([real, fake.detach()]))
    real_logits, fake_logits = logits.split(len(real))
    loss_d = d_loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    loss_d.backward()
    d_optimizer.step()
    loss_g = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    loss_g.backward()
    g_optimizer.step()
    return loss_d.item(), loss_g.item()

# %% wrong · one_forward · d_on_both_losses
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    fl = discriminator(fake)
    a = d_loss(discriminator(real), fl)
    d_optimizer.zero_grad(); g_optimizer.zero_grad(); a.backward(retain_graph=True)
    b = g_loss(fl)
    g_optimizer.zero_grad(); b.backward(); d_optimizer.step(); g_optimizer.step()
    return a.item(), b.item()

# %% wrong · one_sum · d_on_both_losses
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    g_value = g_loss(discriminator(fake))
    d_optimizer.zero_grad()
    g_optimizer.zero_grad()
    (d_value + g_value).backward()
    d_optimizer.step()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · one_z_for_all · one_z_for_all
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(1).repeat(len(real), 1))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · optimizers_swapped · optimizers_swapped
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    g_optimizer.zero_grad()
    d_value.backward()
    g_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    d_optimizer.zero_grad()
    g_value.backward()
    d_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · own_losses · ignores_loss
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = F.softplus(-discriminator(fake)).mean()
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · own_noise · ignores_noise
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(torch.randn(len(real), 3))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · probabilities · probabilities_given
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(torch.sigmoid(discriminator(real)), torch.sigmoid(discriminator(fake.detach())))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(torch.sigmoid(discriminator(fake)))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · real_as_fake · real_as_fake
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(real))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · returns_none · wrong_return
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()

# %% wrong · returns_sum · wrong_return
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item() + g_value.item()

# %% wrong · returns_swapped · wrong_return
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return g_value.item(), d_value.item()

# %% wrong · returns_tensors · keeps_graph
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value, g_value

# %% wrong · seeds · reseeds
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    torch.manual_seed(0)
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · simultaneous · old_discriminator
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · step_before_backward · step_before_backward
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.step()
    d_optimizer.zero_grad()
    d_value.backward()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · uphill_d · wrong_way
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    (-d_value).backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% wrong · uphill_g · wrong_way
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    (-g_value).backward()
    g_optimizer.step()
    return d_value.item(), g_value.item()

# %% noisy · logs
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(generator(noise(len(real)))))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    import logging, warnings
    logging.info('Schritt')
    warnings.warn('D fällt')
    return d_value.item(), g_value.item()

# %% noisy · prints
def dcgan_step(generator, discriminator, g_optimizer, d_optimizer, real, noise, d_loss, g_loss):
    fake = generator(noise(len(real)))
    d_value = d_loss(discriminator(real), discriminator(fake.detach()))
    d_optimizer.zero_grad()
    d_value.backward()
    d_optimizer.step()

    g_value = g_loss(discriminator(fake))
    g_optimizer.zero_grad()
    g_value.backward()
    g_optimizer.step()
    print(f'd {d_value:.3f} g {g_value:.3f}')
    return d_value.item(), g_value.item()
