# %% correct · autograd_grad
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    own = list(generator.parameters())
    for p, slope in zip(own, torch.autograd.grad(value, own)):
        p.grad = slope
    g_optimizer.step()
    return value.item()

# %% correct · backward_inputs
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    generator.train()
    discriminator.train()
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward(inputs=list(generator.parameters()))
    g_optimizer.step()
    return value.item()

# %% correct · chain_rule_in_two_parts
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = generator(noise(n))
    leaf = x.detach().requires_grad_(True)
    value = loss(discriminator(leaf))
    (slope,) = torch.autograd.grad(value, leaf)
    g_optimizer.zero_grad()
    x.backward(slope)
    g_optimizer.step()
    return value.item()

# %% correct · clears_both
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad()
    discriminator.zero_grad()
    value.backward()
    g_optimizer.step()
    discriminator.zero_grad()
    return value.item()

# %% correct · closure
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = noise(n)

    def closure():
        g_optimizer.zero_grad()
        value = loss(discriminator(generator(z)))
        value.backward()
        return value

    return g_optimizer.step(closure).item()

# %% correct · copy_as_glass
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    glass = copy.deepcopy(discriminator).requires_grad_(False)
    for p in generator.parameters():
        p.grad = None
    value = loss(glass(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    return float(value)

# %% correct · deepcopy_d
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    judge = copy.deepcopy(discriminator)
    value = loss(judge(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% correct · draws_one_batch_too_many
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    print("first z:", noise(1))
    z = noise(n)
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% correct · freezes_discriminator
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.requires_grad_(False)
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad(set_to_none=False)
    value.backward()
    g_optimizer.step()
    discriminator.requires_grad_(True)
    return value.item()

# %% correct · freezes_with_finally
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    frozen = [p for p in discriminator.parameters() if p.requires_grad]
    try:
        for p in frozen:
            p.requires_grad = False
        g_optimizer.zero_grad()
        value = loss(fake_logits=discriminator(generator(noise(n))))
        value.backward()
        g_optimizer.step()
    finally:
        for p in frozen:
            p.requires_grad = True
    return value.detach().cpu().item()

# %% correct · functional_call
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    from torch.func import functional_call

    constant = {name: p.detach() for name, p in discriminator.named_parameters()}
    value = loss(functional_call(discriminator, constant, (generator(noise(n)),)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% correct · in_two_stages
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = generator(noise(n))
    here = x.detach().requires_grad_()
    value = loss(discriminator(here))
    (message,) = torch.autograd.grad(value, here)  # what D tells each sample
    g_optimizer.zero_grad()
    x.backward(gradient=message)
    g_optimizer.step()
    return value.item()

# %% correct · keywords
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad(set_to_none=False)
    value = loss(fake_logits=discriminator(generator(noise(n=n))))
    value.backward()
    g_optimizer.step()
    return float(value)

# %% correct · manual_vjp
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = generator(noise(n))
    leaf = x.detach().requires_grad_()
    value = loss(discriminator(leaf))
    (slope,) = torch.autograd.grad(value, leaf)
    g_optimizer.zero_grad()
    x.backward(slope)
    g_optimizer.step()
    return value.item()

# %% correct · one_line
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad()
    (value := loss(discriminator(generator(noise(n))))).backward()
    g_optimizer.step()
    return float(value)

# %% correct · plain
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = noise(n)
    x = generator(z)
    logits = discriminator(x)
    value = loss(logits)
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% correct · row_by_row
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = torch.cat([noise(1) for _ in range(n)], dim=0)
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% correct · rowwise
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = torch.cat([generator(noise(1)) for _ in range(n)])
    value = loss(discriminator(x))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% correct · thawed_before_backward
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    flags = [p.requires_grad for p in discriminator.parameters()]
    discriminator.requires_grad_(False)
    logits = discriminator(generator(noise(n)))
    for p, flag in zip(discriminator.parameters(), flags):
        p.requires_grad_(flag)
    weights = list(generator.parameters())
    value = loss(logits)
    for w, g in zip(weights, torch.autograd.grad(value, weights, allow_unused=True)):
        w.grad = g
    g_optimizer.step()
    return value.item()

# %% wrong · all_under_no_grad · cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    with torch.no_grad():
        value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · averages_two
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = 0.5 * (loss(discriminator(generator(noise(n)))) + loss(discriminator(generator(noise(n)))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · backward_twice · scaled_loss
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward(retain_graph=True)
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · biases_stay_frozen · left_frozen
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.requires_grad_(False)
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    for name, p in discriminator.named_parameters():
        if "weight" in name:
            p.requires_grad_(True)
    return value.item()

# %% wrong · clears_d_only · stale_gradients
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.zero_grad()
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · clears_the_other · stale_gradients
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.zero_grad()
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · clipped_gradients · clipped
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(generator.parameters(), 0.1)
    g_optimizer.step()
    return value.item()

# %% wrong · d_ascends · other_player_moved
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    discriminator.zero_grad()
    value.backward()
    g_optimizer.step()
    with torch.no_grad():
        for p in discriminator.parameters():
            p -= 1e-5 * p.grad
    return value.item()

# %% wrong · d_in_eval · left_in_eval
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    discriminator.eval()
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · d_joins_in · other_player_moved
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    lr = g_optimizer.param_groups[0]["lr"]
    g_optimizer.zero_grad()
    discriminator.zero_grad()
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    with torch.no_grad():  # D answers at once, uphill
        for p in discriminator.parameters():
            p += lr * p.grad
    return value.item()

# %% wrong · d_left_frozen · left_frozen
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    for p in discriminator.parameters():
        p.requires_grad = False
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · d_moves_too · other_player_moved
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    discriminator.zero_grad()
    value.backward()
    g_optimizer.step()
    with torch.no_grad():
        for p in discriminator.parameters():
            p -= 0.01 * p.grad
    return value.item()

# %% wrong · double_batch_split
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    logits = discriminator(generator(noise(2 * n)))
    value = (loss(logits[:n]) + loss(logits[n:])) / 2
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · eval_left_on · left_in_eval
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    generator.eval()
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · fake_detached · cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    fake = generator(noise(n)).detach()
    value = loss(discriminator(fake))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · first_call_only
_done = []


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    _done.append(1)
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    if len(_done) < 2:
        g_optimizer.step()
    else:
        for p in generator.parameters():
            p.grad *= 0.3
        g_optimizer.step()
    return value.item()

# %% wrong · fixed_number_of_fakes · wrong_count
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(32))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · g_under_no_grad · cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    with torch.no_grad():
        fake = generator(noise(n))
    value = loss(discriminator(fake))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · keeps_first_rows · stale_noise
_drawn = []


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    _drawn.append(noise(n))
    z = torch.cat(_drawn)[:n]
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · keeps_z · stale_noise
_state = {}


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    if 'z' not in _state:
        _state['z'] = noise(n)
    value = loss(discriminator(generator(_state['z'])))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · last_batch_of_noise
_old = []
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    _old.append(noise(n))
    z = _old[0] if len(_old[0]) == n else _old[-1]
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · leaf_samples · cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad()
    x = generator(noise(n)).detach().requires_grad_()
    value = loss(discriminator(x))
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · logits_detached · cut_from_g
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    logits = discriminator(generator(noise(n))).detach()
    value = loss(logits)
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · loop_inside · two_steps
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    for _ in range(2):
        value = loss(discriminator(generator(noise(n))))
        g_optimizer.zero_grad()
        value.backward()
        g_optimizer.step()
    return value.item()

# %% wrong · loss_after_the_step · wrong_return
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = noise(n)
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return loss(discriminator(generator(z))).item()

# %% wrong · misspelt · raises
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    values.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · new_optimizer · new_optimizer
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=g_optimizer.param_groups[0]['lr'], momentum=0.9)
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · no_backward · no_step
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    g_optimizer.step()
    return value.item()

# %% wrong · no_step · no_step
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    return value.item()

# %% wrong · no_zero_grad · stale_gradients
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · noise_to_d · ignores_generator
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(noise(n)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · one_fake · wrong_count
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(1))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · only_last_layer · unrecognised
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    for p in list(generator.parameters())[:2]:
        p.grad = None
    g_optimizer.step()
    return value.item()

# %% wrong · own_adam · new_optimizer
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer = torch.optim.Adam(generator.parameters(), lr=0.001)
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · own_loss · ignores_loss
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = F.softplus(-discriminator(generator(noise(n)))).mean()
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · own_noise · ignores_noise
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(torch.randn(n, 3))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · own_noise_drawn_beside · ignores_noise
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    z = torch.randn_like(noise(n))
    value = loss(discriminator(generator(z)))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · probabilities_to_the_loss · probabilities_given
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad()
    belief = torch.sigmoid(discriminator(generator(noise(n))))
    value = loss(belief)
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · pushed_slopes · unrecognised
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    x = generator(noise(n))
    here = x.detach().requires_grad_()
    value = loss(discriminator(here))
    (slope,) = torch.autograd.grad(value, here)
    g_optimizer.zero_grad()
    x.backward(F.normalize(slope, dim=1) / n)
    g_optimizer.step()
    return value.item()

# %% wrong · repeated_z · one_z_for_all
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    g_optimizer.zero_grad()
    z = noise(1).repeat(n, 1)
    value = loss(discriminator(generator(z)))
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · reseeds · reseeds
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    torch.manual_seed(0)
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · returns_detached_tensor · wrong_return
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.detach()

# %% wrong · returns_negative · wrong_return
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return -value.item()

# %% wrong · returns_nothing · wrong_return
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()

# %% wrong · returns_tensor · keeps_graph
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value

# %% wrong · scaled_loss · scaled_loss
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    value = 0.5 * value
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · sigmoid_first · probabilities_given
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(torch.sigmoid(discriminator(generator(noise(n)))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    return value.item()

# %% wrong · step_before_backward · step_before_backward
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.step()
    g_optimizer.zero_grad()
    value.backward()
    return value.item()

# %% wrong · two_steps · two_steps
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    g_optimizer.step()
    return value.item()

# %% wrong · update_by_hand · new_optimizer
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    generator.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in generator.parameters():
            p -= g_optimizer.param_groups[0]['lr'] * p.grad
    return value.item()

# %% wrong · wrong_way · wrong_way
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    (-value).backward()
    g_optimizer.step()
    return value.item()

# %% wrong · zero_grad_after · stale_gradients
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.step()
    g_optimizer.zero_grad()
    return value.item()

# %% wrong · zero_grad_in_between · no_step
def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    value = loss(discriminator(generator(noise(n))))
    value.backward()
    g_optimizer.zero_grad()
    g_optimizer.step()
    return value.item()

# %% noisy · plots
import matplotlib.pyplot as plt


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    ζ = noise(n)
    χ = generator(ζ)
    fig = plt.figure(figsize=(1, 1))
    plt.scatter(*χ.detach().T[:2])
    plt.close(fig)
    ℓ = loss(discriminator(χ))
    g_optimizer.zero_grad()
    ℓ.backward()
    g_optimizer.step()
    return ℓ.item()

# %% noisy · talks
import sys
import warnings


def generator_step(generator, discriminator, g_optimizer, n, noise, loss):
    warnings.warn("G learns")
    print("G before:", [float(p.sum()) for p in generator.parameters()])
    value = loss(discriminator(generator(noise(n))))
    g_optimizer.zero_grad()
    value.backward()
    g_optimizer.step()
    sys.stderr.write("stepped\n")
    return value.item()
