# %% correct · as_the_box
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% correct · bce
bce = nn.BCEWithLogitsLoss()


def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for step in range(steps):
        for inner in range(k):
            real = sample_real()
            with torch.no_grad():
                fake = generator(noise(real.shape[0]))
            a, b = discriminator(real), discriminator(fake)
            loss = bce(a, torch.ones_like(a)) + bce(b, torch.zeros_like(b))
            d_optimizer.zero_grad()
            loss.backward()
            d_optimizer.step()
        b = discriminator(generator(noise(real.shape[0])))
        loss_g = -bce(b, torch.zeros_like(b))
        g_optimizer.zero_grad(set_to_none=False)
        loss_g.backward()
        g_optimizer.step()
        values += [-float(loss.detach())]
    return values

# %% correct · helper_functions
def value_of(real_logits, fake_logits):
    return -F.softplus(-real_logits).mean() - F.softplus(fake_logits).mean()


def downhill(optimizer, loss):
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    history = []
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            v = value_of(discriminator(real), discriminator(generator(noise(len(real))).detach()))
            downhill(d_optimizer, -v)
        downhill(g_optimizer, -F.softplus(discriminator(generator(noise(len(real))))).mean())
        history.append(float(v))
    return history

# %% correct · frozen_and_thawed
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for p in generator.parameters():
            p.requires_grad_(False)
        for _ in range(k):
            x = sample_real()
            v = F.logsigmoid(discriminator(x)).mean() + F.logsigmoid(-discriminator(generator(noise(len(x))))).mean()
            d_optimizer.zero_grad()
            v.neg().backward()
            d_optimizer.step()
        for p in generator.parameters():
            p.requires_grad_(True)
        for p in discriminator.parameters():
            p.requires_grad_(False)
        g_optimizer.zero_grad()
        F.logsigmoid(-discriminator(generator(noise(len(x))))).mean().backward()
        g_optimizer.step()
        for p in discriminator.parameters():
            p.requires_grad_(True)
        values.append(v.item())
    return values

# %% correct · autograd_grad
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    out = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            n = len(x)
            weights = list(discriminator.parameters())
            v = F.logsigmoid(discriminator(x)).sum() / n + F.logsigmoid(-discriminator(generator(noise(n)))).sum() / n
            for w, slope in zip(weights, torch.autograd.grad(v, weights)):
                w.grad = -slope
            d_optimizer.step()
        weights = list(generator.parameters())
        loss = F.logsigmoid(-discriminator(generator(noise(n)))).sum() / n
        for w, slope in zip(weights, torch.autograd.grad(loss, weights)):
            w.grad = slope
        g_optimizer.step()
        out.append(v.item())
    return out

# %% correct · closures
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []

    def up():
        d_optimizer.zero_grad()
        real = sample_real()
        a, b = discriminator(real).squeeze(-1), discriminator(generator(noise(len(real))).detach()).squeeze(-1)
        loss = -(F.logsigmoid(a).mean() + F.logsigmoid(-b).mean())
        loss.backward()
        up.m = len(real)
        return loss

    def down():
        g_optimizer.zero_grad()
        loss = F.logsigmoid(-discriminator(generator(noise(up.m)))).mean()
        loss.backward()
        return loss

    for _ in range(steps):
        for _ in range(k):
            last = d_optimizer.step(up)
        g_optimizer.step(down)
        values.append(-last.item())
    return values

# %% correct · not_detached_but_cleared
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z)
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% correct · clamped_logs
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for i in range(steps * k):
        real = sample_real()
        d_real = torch.sigmoid(discriminator(real)).clamp(1e-7, 1)
        d_fake = torch.sigmoid(discriminator(generator(noise(len(real))).detach())).clamp(0, 1 - 1e-7)
        v = d_real.log().mean() + (1 - d_fake).log().mean()
        discriminator.zero_grad()
        (-v).backward()
        d_optimizer.step()
        if (i + 1) % k == 0:
            d_fake = torch.sigmoid(discriminator(generator(noise(len(real))))).clamp(0, 1 - 1e-7)
            generator.zero_grad()
            (1 - d_fake).log().mean().backward()
            g_optimizer.step()
            values.append(v.item())
    return values

# %% wrong · batch_once_an_iteration · stale_batch
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        x = sample_real()
        for _ in range(k):
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · batch_outside_of_loops · stale_batch
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    x = sample_real()
    for _ in range(steps):
        for _ in range(k):
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · both_step_in_g · optimizers_swapped
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        d_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · clears_after_backward
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            (-v).backward()
            d_optimizer.zero_grad()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · d_never_clears · stale_gradients
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · descends_on_v · d_wrong_way
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            v.backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · every_step_written
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
            values.append(v.item())
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
    return values

# %% wrong · fake_label_real
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · fakes_of_d_again
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        g_loss = F.logsigmoid(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · g_climbs · g_wrong_way
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        (-g_loss).backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · g_detached
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z).detach())).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · g_in_the_inner_loop · wrong_k
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
            z = noise(m)
            g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
            g_optimizer.zero_grad()
            g_loss.backward()
            g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · g_never_clears · stale_gradients
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · half_of_v · not_the_mean
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v / 2).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · k_ignored · wrong_k
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(1):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · left_frozen · left_frozen
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    discriminator.requires_grad_(False)
    return values

# %% wrong · new_optimizers
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=0.05, momentum=0.5)
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=0.05, momentum=0.5)
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · no_logs · no_logarithm
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = torch.sigmoid(discriminator(x)).mean()
            second = -torch.sigmoid(discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = -torch.sigmoid(discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · nobody_clears · stale_gradients
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · noise_of_d_again · noise_of_d
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · non_saturating_loss · non_saturating
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = -F.logsigmoid(discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · one_iteration_too_few · wrong_iterations
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(max(1, steps - 1)):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · one_noise_vector · one_z_for_all
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(1).expand(m, -1)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(1).expand(m, -1)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · optimizers_exchanged · optimizers_swapped
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            g_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        d_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · real_term_alone · one_kind_only
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · real_twice
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(x)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · returns_losses · losses_returned
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(-v.item())
    return values

# %% wrong · returns_nothing
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return None

# %% wrong · returns_tensors
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v)
    return values

# %% wrong · seeds · reseeds
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    torch.manual_seed(0)
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · sigmoid_and_logsigmoid · sigmoid_twice
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(torch.sigmoid(discriminator(x))).mean()
            second = F.logsigmoid(-torch.sigmoid(discriminator(fake))).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% wrong · sums · not_the_mean
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).sum()
            second = F.logsigmoid(-discriminator(fake)).sum()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).sum()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
    return values

# %% noisy · prints
def minimax_game(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, k):
    values = []
    for _ in range(steps):
        for _ in range(k):
            x = sample_real()
            m = len(x)
            z = noise(m)
            fake = generator(z).detach()
            first = F.logsigmoid(discriminator(x)).mean()
            second = F.logsigmoid(-discriminator(fake)).mean()
            v = first + second
            d_optimizer.zero_grad()
            (-v).backward()
            d_optimizer.step()
        z = noise(m)
        g_loss = F.logsigmoid(-discriminator(generator(z))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        values.append(v.item())
        print(f'V = {values[-1]:.3f}')
    return values
