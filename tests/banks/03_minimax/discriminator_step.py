# %% correct · autograd_grad
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).data
    value = loss(discriminator(real), discriminator(fake))
    weights = list(discriminator.parameters())
    for w, slope in zip(weights, torch.autograd.grad(value, weights)):
        w.grad = slope
    d_optimizer.step()
    return value.item()

# %% correct · closure
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()

    def closure():
        d_optimizer.zero_grad()
        value = loss(discriminator(real), discriminator(fake))
        value.backward()
        return value

    return d_optimizer.step(closure).item()

# %% correct · detach
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = noise(len(real))
    fake = generator(z).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · eval_mode_for_generator
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator.eval()
    with torch.no_grad():
        fake = generator(noise(len(real)))
    generator.train()
    discriminator.train()
    d_optimizer.zero_grad()
    value = loss(discriminator(real), discriminator(fake))
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · fake_first_keyword
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake_logits = discriminator(generator(noise(len(real))).detach())
    real_logits = discriminator(real)
    value = loss(fake_logits=fake_logits, real_logits=real_logits)
    for p in discriminator.parameters():
        p.grad = None
    value.backward()
    d_optimizer.step()
    d_optimizer.zero_grad()
    return value.item()

# %% correct · freeze_and_thaw
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    before = [(p, p.requires_grad) for p in generator.parameters()]
    for p, _ in before:
        p.requires_grad_(False)
    try:
        z = noise(len(real))
        value = loss(discriminator(real), discriminator(generator(z)))
    finally:
        for p, flag in before:
            p.requires_grad_(flag)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · freezes_generator
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    for p in generator.parameters():
        p.requires_grad_(False)
    fake = generator(noise(len(real)))
    for p in generator.parameters():
        p.requires_grad_(True)
    value = loss(real_logits=discriminator(real), fake_logits=discriminator(fake))
    discriminator.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.tolist()

# %% correct · frozen_copy_of_g
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    still = copy.deepcopy(generator).eval().requires_grad_(False)
    fake = still(noise(len(real)))
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · grads_by_hand
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).clone().detach()
    value = loss(discriminator(real), discriminator(fake))
    owned = [p for p in discriminator.parameters() if p.requires_grad]
    for p, slope in zip(owned, torch.autograd.grad(value, owned, allow_unused=True)):
        p.grad = slope
    d_optimizer.step()
    return value.item()

# %% correct · helpers_and_hints
def _fakes(generator: nn.Module, n: int, noise) -> torch.Tensor:
    with torch.no_grad():
        return generator(noise(n))


def _update(optimizer: torch.optim.Optimizer, value: torch.Tensor) -> float:
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss) -> float:
    fakes = _fakes(generator, len(real), noise)
    return _update(d_optimizer, loss(discriminator(real), discriminator(fakes)))

# %% correct · keywords
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    discriminator.zero_grad(set_to_none=True)
    z = noise(n=real.shape[0])
    value = loss(real_logits=discriminator(real), fake_logits=discriminator(generator(z).data))
    torch.autograd.backward([value])
    d_optimizer.step()
    return float(value.detach().cpu().numpy())

# %% correct · no_grad
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fake = generator(noise(real.shape[0]))
    d_optimizer.zero_grad()
    value = loss(discriminator(real), discriminator(fake))
    value.backward()
    d_optimizer.step()
    return float(value)

# %% correct · noise_in_two_halves
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    n = len(real)
    z = torch.cat([noise(n // 2), noise(n - n // 2)])
    fake = generator(z).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · numpy_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    import numpy as np
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return np.float32(value.item())

# %% correct · one_pass
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    m = len(real)
    with torch.inference_mode(False), torch.no_grad():
        fake = generator(noise(m))
    logits = discriminator(torch.cat([real, fake], dim=0))
    real_logits, fake_logits = logits.split([m, m])
    value = loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · one_pass_for_both
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    n = real.shape[0]
    with torch.no_grad():
        mixed = torch.cat((real, generator(noise(n))))
    real_logits, fake_logits = discriminator(mixed).split(n)
    value = loss(real_logits, fake_logits)
    discriminator.zero_grad(set_to_none=True)
    value.backward()
    d_optimizer.step()
    return float(value.detach())

# %% correct · one_row_at_a_time
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    real_logits = torch.cat([discriminator(x[None]) for x in real])
    fake_logits = torch.cat([discriminator(x[None]) for x in fake])
    value = loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% correct · rowwise_fakes
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fakes = torch.cat([generator(noise(1)) for _ in range(real.size(0))])
    out = loss(discriminator(real), discriminator(fakes))
    d_optimizer.zero_grad()
    out.backward()
    d_optimizer.step()
    return out.item()

# %% correct · without_detach
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    # the gradients left in G are cleared by G's own step
    d_optimizer.zero_grad(set_to_none=False)
    value = loss(discriminator(real), discriminator(generator(noise(real.size(0)))))
    value.backward()
    d_optimizer.step()
    return value.detach().item()

# %% wrong · all_logits_detached_but_trainable · cut_from_d
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    a, b = discriminator(real).detach(), discriminator(fake).detach()
    value = loss(a, b).requires_grad_()
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · all_under_no_grad · cut_from_d
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fake = generator(noise(len(real)))
        value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · averages_two_noises
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    one = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    two = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value = (one + two) / 2
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · backward_twice · scaled_loss
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward(retain_graph=True)
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · clears_the_wrong_network · stale_gradients
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real), discriminator(fake))
    generator.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · clipped_gradients · clipped
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(discriminator.parameters(), 0.1)
    d_optimizer.step()
    return value.item()

# %% wrong · clipped_gradients_2 · clipped
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        fake = generator(noise(real.size(0)))
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad(set_to_none=True)
    value.backward()
    nn.utils.clip_grad_norm_(discriminator.parameters(), max_norm=1.0)
    d_optimizer.step()
    return value.item()

# %% wrong · counts_columns · wrong_count
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(real.shape[1])).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · default_argument · stale_noise
_kept = {}


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = _kept.setdefault('z', noise(len(real)))
    fake = generator(z).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · eval_left_on · left_in_eval
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator.eval()
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · fake_twice · real_as_fake
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake_logits = discriminator(generator(noise(len(real))).detach())
    value = loss(fake_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · first_call_only · unrecognised
_done = []


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    _done.append(1)
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    if len(_done) < 2:
        d_optimizer.step()
    else:
        for p in discriminator.parameters():
            p.grad *= 0.3
        d_optimizer.step()
    return value.item()

# %% wrong · fixed_number_of_fakes · wrong_count
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(64)).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · g_left_frozen · left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator.requires_grad_(False)
    value = loss(discriminator(real), discriminator(generator(noise(len(real)))))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · g_moves_too · other_player_moved
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    both = torch.optim.SGD([*generator.parameters(), *discriminator.parameters()], lr=0.05)
    value = loss(discriminator(real), discriminator(generator(noise(len(real)))))
    both.zero_grad()
    value.backward()
    both.step()
    return value.item()

# %% wrong · grad_mode_left_off · left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.enable_grad():
        value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    torch.set_grad_enabled(False)
    return value.item()

# %% wrong · judged_without_grad · one_sided
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    d_optimizer.zero_grad()
    with torch.no_grad():
        fake = generator(noise(len(real)))
        fake_logits = discriminator(fake)
    value = loss(discriminator(real), fake_logits)
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · keeps_z · stale_noise
_z = None


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    global _z
    if _z is None or len(_z) < len(real):
        _z = noise(100)
    fake = generator(_z[: len(real)]).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · logits_detached · one_sided
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake_logits = discriminator(generator(noise(len(real)))).detach()
    value = loss(discriminator(real), fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · loop_inside · two_steps
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    for _ in range(2):
        value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
        d_optimizer.zero_grad()
        value.backward()
        d_optimizer.step()
    return value.item()

# %% wrong · loss_after_the_step · wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = noise(len(real))
    value = loss(discriminator(real), discriminator(generator(z).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return loss(discriminator(real), discriminator(generator(z).detach())).item()

# %% wrong · loss_after_the_step_2 · wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    d_optimizer.zero_grad()
    loss(discriminator(real), discriminator(fake)).backward()
    d_optimizer.step()
    with torch.no_grad():
        return loss(discriminator(real), discriminator(fake)).item()

# %% wrong · misspelt · raises
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    values.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · never_calls_g · ignores_generator
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = noise(len(real))[:, : real.shape[1]]
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · new_optimizer · new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=d_optimizer.param_groups[0]['lr'], momentum=0.9)
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · no_backward · no_step
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    d_optimizer.step()
    return value.item()

# %% wrong · no_step · no_step
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    return value.item()

# %% wrong · no_zero_grad · stale_gradients
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · noise_from_memory · stale_noise
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss, _z={}):
    if len(real) not in _z:
        _z[len(real)] = noise(len(real))
    fake = generator(_z[len(real)]).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · noise_to_d · ignores_generator
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(noise(len(real))))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · one_noise_for_all · one_z_for_all
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = noise(1).expand(len(real), -1)
    with torch.no_grad():
        fake = generator(z)
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · own_adam · new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer = torch.optim.Adam(discriminator.parameters(), lr=0.001)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · own_loss · ignores_loss
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    a, b = discriminator(real), discriminator(fake)
    value = F.softplus(-a).mean() + F.softplus(b).mean()
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · own_noise · ignores_noise
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    z = torch.randn(len(real), 3)
    value = loss(discriminator(real), discriminator(generator(z).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · plain_descent · new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real), discriminator(fake))
    parameters = list(discriminator.parameters())
    slopes = torch.autograd.grad(value, parameters)
    lr = d_optimizer.param_groups[0]["lr"]
    with torch.no_grad():
        for p, g in zip(parameters, slopes):
            p -= lr * g
    return value.item()

# %% wrong · real_as_fake · real_as_fake
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator(noise(len(real)))
    value = loss(discriminator(real), discriminator(real))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · real_under_no_grad · one_sided
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    with torch.no_grad():
        real_logits = discriminator(real)
    fake_logits = discriminator(generator(noise(len(real))).detach())
    value = loss(real_logits, fake_logits)
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · reseeds · reseeds
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    torch.manual_seed(0)
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · returns_detached_tensor · wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.detach()

# %% wrong · returns_negative · wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return -value.item()

# %% wrong · returns_nothing · wrong_return
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()

# %% wrong · returns_tensor · keeps_graph
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value

# %% wrong · reuse_when_same_size
_z = {}
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    n = len(real)
    if n not in _z:
        _z[n] = noise(n)
    value = loss(discriminator(real), discriminator(generator(_z[n]).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · scaled_loss · scaled_loss
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value = 0.5 * value
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · sigmoid_first · probabilities_given
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real).sigmoid(), discriminator(fake).sigmoid())
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · step_before_backward · step_before_backward
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.step()
    d_optimizer.zero_grad()
    value.backward()
    return value.item()

# %% wrong · swapped_logits · swapped_logits
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(fake), discriminator(real))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    return value.item()

# %% wrong · thaws_the_wrong_one · left_frozen
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    generator.requires_grad_(False)
    value = loss(discriminator(real), discriminator(generator(noise(len(real)))))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    discriminator.requires_grad_(True)
    return float(value)

# %% wrong · two_steps · two_steps
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    d_optimizer.step()
    return value.item()

# %% wrong · update_by_hand · new_optimizer
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    discriminator.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in discriminator.parameters():
            p -= d_optimizer.param_groups[0]['lr'] * p.grad
    return value.item()

# %% wrong · weight_clipping · clipped
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    value.backward()
    d_optimizer.step()
    with torch.no_grad():
        for p in discriminator.parameters():
            p.clamp_(-0.5, 0.5)
    return value.item()

# %% wrong · wrong_way · wrong_way
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    d_optimizer.zero_grad()
    (-value).backward()
    d_optimizer.step()
    return value.item()

# %% wrong · zero_grad_after · stale_gradients
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value.backward()
    d_optimizer.step()
    d_optimizer.zero_grad()
    return value.item()

# %% wrong · zero_grad_in_between · no_step
def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    value = loss(discriminator(real), discriminator(generator(noise(len(real))).detach()))
    value.backward()
    d_optimizer.zero_grad()
    d_optimizer.step()
    return value.item()

# %% noisy · talks
import logging
import warnings


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    warnings.warn("D learns")
    logging.error("batch of %d", len(real))
    fake = generator(noise(len(real))).detach()
    value = loss(discriminator(real), discriminator(fake))
    d_optimizer.zero_grad()
    value.backward()
    for name, p in discriminator.named_parameters():
        print(name, p.grad.norm())
    d_optimizer.step()
    return value.item()

# %% noisy · umlauts_and_bar
import time

from tqdm import tqdm


def discriminator_step(generator, discriminator, d_optimizer, real, noise, loss):
    for _ in tqdm(range(1)):
        größe = real.size(0)
        fälschung = generator(noise(größe)).detach()
        verlust = loss(discriminator(real), discriminator(fälschung))
        d_optimizer.zero_grad()
        verlust.backward()
        d_optimizer.step()
    time.sleep(0.02)
    return verlust.item()
