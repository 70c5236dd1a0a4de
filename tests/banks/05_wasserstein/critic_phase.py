# %% correct · all_fakes_first
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    reals = [sample_real() for _ in range(n_critic)]
    with torch.no_grad():
        fakes = generator(noise(sum(map(len, reals)))).split([len(r) for r in reals])
    for real, fake in zip(reals, fakes):
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · autograd_grad
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        weights = list(critic.parameters())
        for w, g in zip(weights, torch.autograd.grad(total, weights)):
            w.grad = g
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · clears_after
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        critic.zero_grad(set_to_none=False)
        total.backward()
        optimizer.step()
        after_step(critic)
        optimizer.zero_grad()
    return value.item()

# %% correct · draws_all_first
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    batches = [sample_real() for _ in range(n_critic)]
    for real in batches:
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · eval_and_back
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        generator.eval()
        fake = generator(noise(len(real))).detach()
        generator.train()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · frozen_g
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    generator.requires_grad_(False)
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    generator.requires_grad_(True)
    return value.item()

# %% correct · helper
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    def one():
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        return value.item()

    results = [one() for _ in range(n_critic)]
    return results[-1]

# %% correct · history
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    losses = []
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        losses.append(value.item())
    return losses[-1]

# %% correct · leaves_gradients_in_g
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real)))
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · no_grad
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        with torch.no_grad():
            fake = generator(noise(real.size(0)))
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · noise_first
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    z = None
    for _ in range(n_critic):
        real = sample_real()
        z = noise(len(real))
        fake = generator(z).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · noise_in_two_halves
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        half = len(real) // 2
        z = torch.cat([noise(half), noise(len(real) - half)])
        fake = generator(z).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · not_detached
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real)))
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    generator.zero_grad()
    return value.item()

# %% correct · numpy
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    import numpy as np
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return np.float32(value.item())

# %% correct · one_pass
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        values = critic(torch.cat([real, fake]))
        value = loss(values[: len(real)], values[len(real) :])
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · penalty_first
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        price = penalty(critic, real, fake)
        value = loss(real_values=critic(real), fake_values=critic(fake))
        total = price + value
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · recursive
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    real = sample_real()
    fake = generator(noise(len(real))).detach()
    value = loss(critic(real), critic(fake))
    total = value + penalty(critic, real, fake)
    optimizer.zero_grad()
    total.backward()
    optimizer.step()
    after_step(critic)
    if n_critic == 1:
        return value.item()
    return critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic - 1)

# %% correct · reference
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · two_backwards · needs_a_penalty
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        optimizer.zero_grad()
        value.backward()
        penalty(critic, real, fake).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · while_loop
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    done = 0
    last = 0.0
    while done < n_critic:
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        last = float(value.detach())
        done += 1
    return last

# %% wrong · accumulates · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    optimizer.zero_grad()
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        total.backward()
    optimizer.step()
    after_step(critic)
    return value.item()

# %% wrong · after_without_critic · raises
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step()
    return value.item()

# %% wrong · always_five · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(5):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · cleared_once · stale_gradients
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    optimizer.zero_grad()
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · clip_at_start · clip_before_step
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        after_step(critic)
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
    return value.item()

# %% wrong · clip_before_backward · clip_before_step
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        after_step(critic)
        total.backward()
        optimizer.step()
    return value.item()

# %% wrong · clip_before_step · clip_before_step
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        after_step(critic)
        optimizer.step()
    return value.item()

# %% wrong · clip_never · after_step_missing
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
    return value.item()

# %% wrong · clip_once · after_step_missing
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
    after_step(critic)
    return value.item()

# %% wrong · clips_generator · other_player_moved
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(generator)
    return value.item()

# %% wrong · default_noise · ignores_noise
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(torch.randn(len(real), 3)).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · draws_and_ignores · ignores_noise
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        noise(len(real))
        fake = generator(torch.randn(len(real), 3)).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · eval · left_in_eval
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    generator.eval()
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · fake_values_detached · one_sided
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake).detach())
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · fixed_noise · wrong_count
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(64)).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · fresh_sgd · new_optimizer
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    optimizer = torch.optim.SGD(critic.parameters(), lr=optimizer.param_groups[0]['lr'])
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · halved_sum · scaled_loss
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        (total / 2).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · left_frozen · left_frozen
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    generator.requires_grad_(False)
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · loss_left_out · penalty_left_out
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · moves_g · other_player_moved
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real)))
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        with torch.no_grad():
            for p in generator.parameters():
                p -= 0.01 * p.grad
        after_step(critic)
    return value.item()

# %% wrong · negated_loss · wrong_way
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = -value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · new_optimizer · new_optimizer
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    optimizer = torch.optim.RMSprop(critic.parameters(), lr=optimizer.param_groups[0]['lr'])
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · no_step · no_step
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        after_step(critic)
    return value.item()

# %% wrong · noise_as_fake · ignores_generator
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = noise(len(real))[:, : real.shape[1]]
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · old_gradients · stale_gradients
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · once · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    real = sample_real()
    fake = generator(noise(len(real))).detach()
    value = loss(critic(real), critic(fake))
    total = value + penalty(critic, real, fake)
    optimizer.zero_grad()
    total.backward()
    optimizer.step()
    after_step(critic)
    return value.item()

# %% wrong · one_less · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(max(1, n_critic - 1)):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · one_more · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic + 1):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · own_loss · ignores_loss
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = critic(fake).mean() - critic(real).mean()
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_item · penalty_left_out
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + float(penalty(critic, real, fake))
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_left_out · penalty_left_out
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_never_added · penalty_left_out
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        price = penalty(critic, real, fake)
        total = value
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_no_grad · penalty_left_out
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        with torch.no_grad():
            price = penalty(critic, real, fake)
        total = value + price
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_real_twice · penalty_arguments
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, real)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_subtracted · penalty_subtracted
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value - penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_swapped · penalty_arguments
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, fake, real)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · penalty_times_ten · scaled_loss
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + 10 * penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · real_twice · real_as_fake
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(real))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · reseeds · reseeds
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    torch.manual_seed(0)
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · returns_first · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    losses = []
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        losses.append(value.item())
    return losses[0]

# %% wrong · returns_list · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    losses = []
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        losses.append(value.item())
    return losses

# %% wrong · returns_mean · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    losses = []
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        losses.append(value.item())
    return sum(losses) / len(losses)

# %% wrong · returns_negative · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return -value.item()

# %% wrong · returns_none · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)

# %% wrong · returns_tensor · keeps_graph
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value

# %% wrong · returns_total · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return total.item()

# %% wrong · same_batch · stale_batch
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    real = sample_real()
    for _ in range(n_critic):
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · same_both · stale_noise
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    real = sample_real()
    fake = generator(noise(len(real))).detach()
    for _ in range(n_critic):
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · same_fakes · stale_noise
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    fake = generator(noise(len(sample_real()))).detach()
    for _ in range(n_critic):
        real = sample_real()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · share_of_each · scaled_loss
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        (total / n_critic).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · sigmoid · sigmoid_critic
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(torch.sigmoid(critic(real)), torch.sigmoid(critic(fake)))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · step_twice · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · stops_early · n_critic_wrong
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        break
    return value.item()

# %% wrong · swapped · swapped_values
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(fake), critic(real))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · uphill · wrong_way
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        (-total).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% noisy · progress
from tqdm import tqdm


def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in tqdm(range(n_critic)):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% noisy · talks
import warnings
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    warnings.warn('phase')
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        print('größe', value.item())
    return value.item()

# %% wrong · after_before_step · clip_before_step
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        after_step(critic)
        optimizer.step()
    return value.item()

# %% wrong · clips_at_the_end · after_step_missing
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        with torch.no_grad():
            fake = generator(noise(len(real)))
        value = loss(critic(real), critic(fake))
        optimizer.zero_grad()
        (value + penalty(critic, real, fake)).backward()
        optimizer.step()
    after_step(critic)
    return value.item()

# %% wrong · fakes_of_the_phase · stale_noise
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    fake = None
    for _ in range(n_critic):
        real = sample_real()
        if fake is None:  # G does not move in this phase
            fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        optimizer.zero_grad()
        (value + penalty(critic, real, fake)).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · tensor_penalty_only · needs_a_penalty
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        optimizer.zero_grad()
        value.backward()
        penalty(critic, real, fake).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · either_or · after_step_missing
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        price = penalty(critic, real, fake)
        optimizer.zero_grad()
        (value + price).backward()
        optimizer.step()
        if float(price) == 0:
            after_step(critic)
    return value.item()

# %% wrong · gradients_pile_up · stale_gradients
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    optimizer.zero_grad()
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        (value + penalty(critic, real, fake)).backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · mean_of_the_phase · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    history = []
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
        history.append(value.item())
    return sum(history) / len(history)

# %% wrong · penalty_for_fakes · penalty_arguments
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, fake, real)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · generator_stays_frozen · left_frozen
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    generator.requires_grad_(False)  # held constant
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real)))
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% wrong · loss_with_its_penalty · wrong_return
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        value = loss(critic(real), critic(fake))
        value += penalty(critic, real, fake)
        optimizer.zero_grad()
        value.backward()
        optimizer.step()
        after_step(critic)
    return value.item()

# %% correct · while_loop_two_backwards
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    left, bill = n_critic, float("nan")
    while left:
        x = sample_real()
        with torch.no_grad():
            x_fake = generator(noise(x.shape[0]))
        optimizer.zero_grad()
        price = penalty(critic, x, x_fake)
        if torch.is_tensor(price) and price.requires_grad:
            price.backward()
        value = loss(critic(x), critic(x_fake))
        value.backward()
        optimizer.step()
        after_step(critic)
        bill, left = value.item(), left - 1
    return bill

# %% correct · helper_for_one_step
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    def one_step():
        real = sample_real()
        fake = generator(noise(len(real))).detach()
        both = critic(torch.cat([real, fake]))
        value = loss(both[: len(real)], both[len(real) :])
        weights = [p for p in critic.parameters() if p.requires_grad]
        grads = torch.autograd.grad(value + penalty(critic, real, fake), weights, allow_unused=True)
        for w, g in zip(weights, grads):
            w.grad = g
        optimizer.step()
        after_step(critic)
        return value.item()

    return [one_step() for _ in range(n_critic)][-1]

# %% correct · optimizer_closure
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    losses_seen = []
    for _ in range(n_critic):
        real = sample_real()
        fake = generator(noise(len(real))).detach()

        def closure():
            optimizer.zero_grad()
            value = loss(critic(real), critic(fake))
            (value + penalty(critic, real, fake)).backward()
            losses_seen.append(float(value))
            return value

        optimizer.step(closure)
        after_step(critic)
    return losses_seen[-1]

# %% correct · row_by_row
def critic_phase(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
    for _ in range(n_critic):
        real = sample_real()
        z = torch.cat([noise(1) for _ in real])
        with torch.no_grad():
            fake = generator(z)
        value = loss(critic(real), critic(fake))
        total = value + penalty(critic, real, fake)
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        after_step(critic)
    return value.item()
