# %% correct · as_the_box
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% correct · logsigmoid
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    losses = []
    for step in range(steps):
        images, labels = sample_real()
        n = images.shape[0]
        with torch.no_grad():
            fakes = generator(noise(n), labels)
        climb = (
            F.logsigmoid(discriminator(images, labels)).mean()
            + F.logsigmoid(-discriminator(images, mismatch(labels))).mean() / 2
            + F.logsigmoid(-discriminator(fakes, labels)).mean() / 2
        )
        d_optimizer.zero_grad()
        (-climb).backward()
        d_optimizer.step()
        climb_g = F.logsigmoid(discriminator(generator(noise(n), labels), labels)).mean()
        g_optimizer.zero_grad()
        (-climb_g).backward()
        g_optimizer.step()
        losses.append(-climb.item())
    return losses

# %% correct · bce
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    bce = F.binary_cross_entropy_with_logits
    history = []
    for _ in range(steps):
        x, y = sample_real()
        wrong = mismatch(y)
        a, b, c = discriminator(x, y), discriminator(generator(noise(len(y)), y).detach(), y), discriminator(x, wrong)
        loss = bce(a, torch.ones_like(a)) + 0.5 * bce(b, torch.zeros_like(b)) + 0.5 * bce(c, torch.zeros_like(c))
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        b = discriminator(generator(noise(len(y)), y), y)
        for_g = bce(b, torch.ones_like(b))
        g_optimizer.zero_grad()
        for_g.backward()
        g_optimizer.step()
        history += [float(loss.detach())]
    return history

# %% correct · helpers
def right(a):
    return -F.logsigmoid(a).mean()


def wrong(a):
    return -F.logsigmoid(-a).mean()


def move(optimizer, loss):
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    return loss.item()


def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    def one():
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        d = move(d_optimizer, right(discriminator(x, y)) + 0.5 * (wrong(discriminator(fake, y)) + wrong(discriminator(x, mismatch(y)))))
        move(g_optimizer, right(discriminator(generator(noise(len(x)), y), y)))
        return d

    return [one() for _ in range(steps)]

# %% correct · not_detached_but_cleared
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y)
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% correct · frozen_d
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        discriminator.requires_grad_(False)
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        discriminator.requires_grad_(True)
        history.append(loss.item())
    return history

# %% correct · one_call_of_d
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        n = len(x)
        fake = generator(noise(n), y).detach()
        logits = discriminator(torch.cat([x, fake, x]), torch.cat([y, y, mismatch(y)])).reshape(3, n)
        loss = F.softplus(-logits[0]).mean() + F.softplus(logits[1:]).mean()
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        g_optimizer.zero_grad()
        F.softplus(-discriminator(generator(noise(n), y), y)).mean().backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · batch_kept · stale_batch
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    x, y = sample_real()
    for _ in range(steps):
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · cut_from_g
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y).detach(), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · d_backwards · d_wrong_way
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        (-loss).backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · eval_mode_left · left_in_eval
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    generator.eval()
    return history

# %% wrong · fakes_for_wrong_labels · labels_of_fakes
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), mismatch(y)).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · g_asked_for_others
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), mismatch(y)), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · g_backwards · g_wrong_way
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = -F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · g_labels_of_another_batch
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        _, y = sample_real()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · g_never_cleared · stale_gradients
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · labels_of_fakes_wrong · labels_of_fakes
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, mismatch(y))
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · matched_rejected · swapped_kinds
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_w).mean() + (F.softplus(s_r).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · mean_of_three
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = (F.softplus(-s_r).mean() + F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 3
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · never_cleared · stale_gradients
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · no_third_kind · two_kinds_only
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + F.softplus(s_f).mean()
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · noise_kept · noise_of_d
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        z = noise(len(x))
        fake = generator(z, y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(z, y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · old_verdict
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y)
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward(retain_graph=True)
        d_optimizer.step()
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · one_noise_vector · one_z_for_all
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(1).expand(len(x), -1), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(1).expand(len(x), -1), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · optimizers_exchanged · optimizers_swapped
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        g_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        d_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · returns_g_losses
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(g_loss.item())
    return history

# %% wrong · returns_pair
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history, history

# %% wrong · saturating · saturating
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = -F.softplus(s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · seeds · reseeds
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    torch.manual_seed(1)
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · sums · not_the_mean
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).sum() + (F.softplus(s_w).sum() + F.softplus(s_f).sum()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).sum()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · third_kind_is_fake · mismatched_fakes
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(fake, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · weights_forgotten · unweighted
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean())
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% wrong · wrong_labels_are_right
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, y)
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
    return history

# %% noisy · prints
def gan_cls(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, mismatch, steps):
    history = []
    for _ in range(steps):
        x, y = sample_real()
        fake = generator(noise(len(x)), y).detach()
        s_r = discriminator(x, y)
        s_w = discriminator(x, mismatch(y))
        s_f = discriminator(fake, y)
        loss = F.softplus(-s_r).mean() + (F.softplus(s_w).mean() + F.softplus(s_f).mean()) / 2
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        s_f = discriminator(generator(noise(len(x)), y), y)
        g_loss = F.softplus(-s_f).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        history.append(loss.item())
        print(loss)
    return history
