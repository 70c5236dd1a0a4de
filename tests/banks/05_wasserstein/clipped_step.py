# %% correct · clips_twice
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    optimizer.zero_grad()
    return value.item()

# %% correct · closure
def clipped_step(critic, optimizer, real, fake, loss, c):
    def closure():
        optimizer.zero_grad()
        value = loss(critic(real), critic(fake))
        value.backward()
        return value

    value = optimizer.step(closure)
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% correct · copy
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.copy_(p.clip(-c, c))
    return value.tolist()

# %% correct · data_assigned
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data = torch.clamp(p.data, min=-c, max=c)
    return value.item()

# %% correct · data_clamp
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data.clamp_(-c, c)
    return float(value.detach())

# %% correct · foreach
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    weights = [p.data for p in critic.parameters()]
    torch._foreach_clamp_max_(weights, c)
    torch._foreach_clamp_min_(weights, -c)
    return value.item()

# %% correct · hardtanh
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            F.hardtanh(p, -c, c, inplace=True)
    return value.item()

# %% correct · hook
def clipped_step(critic, optimizer, real, fake, loss, c):
    handle = optimizer.register_step_post_hook(lambda *_: [p.data.clamp_(-c, c) for p in critic.parameters()] and None)
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    handle.remove()
    return value.item()

# %% correct · minmax
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data.copy_(torch.minimum(torch.maximum(p.data, torch.full_like(p, -c)), torch.full_like(p, c)))
    return value.item()

# %% correct · modules
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for m in critic.modules():
        for name in ('weight', 'bias'):
            w = getattr(m, name, None)
            if isinstance(w, torch.Tensor):
                w.data.clamp_(-c, c)
    return value.item()

# %% correct · no_grad_clamp
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% correct · numpy_return
def clipped_step(critic, optimizer, real, fake, loss, c):
    import numpy as np
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return np.float64(value.item())

# %% correct · one_pass
def clipped_step(critic, optimizer, real, fake, loss, c):
    values = critic(torch.cat([real, fake]))
    value = loss(values[:len(real)], values[len(real):])
    critic.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% correct · optimizer_groups
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for group in optimizer.param_groups:
            for p in group['params']:
                p.clamp_(-abs(c), abs(c))
    return value.item()

# %% correct · state_dict
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    critic.load_state_dict({k: v.clamp(-c, c) for k, v in critic.state_dict().items()})
    return value.item()

# %% correct · vector
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    from torch.nn.utils import parameters_to_vector, vector_to_parameters
    vector_to_parameters(parameters_to_vector(critic.parameters()).detach().clamp(-c, c), critic.parameters())
    return value.item()

# %% wrong · both_clipped · gradients_clipped_too
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(critic.parameters(), c)
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · clamp_one_argument · one_side_only
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(c)
    return value.item()

# %% wrong · clip_between · clip_before_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    optimizer.step()
    return value.item()

# %% wrong · clip_first · clip_before_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()

# %% wrong · clip_lost · not_clipped
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.clamp(-c, c)
    return value.item()

# %% wrong · clip_rebound · not_clipped
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p = torch.clamp(p, -c, c)
    return value.item()

# %% wrong · eval · left_in_eval
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    critic.eval()
    return value.item()

# %% wrong · first_only · some_left_out
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in list(critic.parameters())[:2]:
            p.clamp_(-c, c)
    return value.item()

# %% wrong · fixed_bound · bound_ignored
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-0.01, 0.01)
    return value.item()

# %% wrong · fixed_bound_tenth · bound_ignored
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-0.1, 0.1)
    return value.item()

# %% wrong · gradient_after_step · not_clipped
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.grad.clamp_(-c, c)
    return value.item()

# %% wrong · gradient_by_hand · gradient_clipping
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    for p in critic.parameters():
        p.grad.clamp_(-c, c)
    optimizer.step()
    return value.item()

# %% wrong · gradient_norm · gradient_clipping
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(critic.parameters(), c)
    optimizer.step()
    return value.item()

# %% wrong · gradient_value · gradient_clipping
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_value_(critic.parameters(), c)
    optimizer.step()
    return value.item()

# %% wrong · half_bound · bound_ignored
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c / 2, c / 2)
    return value.item()

# %% wrong · in_place_on_leaf · raises
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.clamp_(-c, c)
    return value.item()

# %% wrong · last_forgotten · some_left_out
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in list(critic.parameters())[2:]:
            p.clamp_(-c, c)
    return value.item()

# %% wrong · left_frozen · left_frozen
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    critic.requires_grad_(False)
    for p in critic.parameters():
        p.clamp_(-c, c)
    return value.item()

# %% wrong · loss_after · wrong_return
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return loss(critic(real), critic(fake)).item()

# %% wrong · lower_only · one_side_only
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(min=-c)
    return value.item()

# %% wrong · new_optimizer · new_optimizer
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer = torch.optim.RMSprop(critic.parameters(), 5e-5)
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · no_clip · not_clipped
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()

# %% wrong · no_step · no_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · norm · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.mul_(min(1.0, c / p.norm()))
    return value.item()

# %% wrong · old_gradients · stale_gradients
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · own_loss · ignores_loss
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = critic(fake).mean() - critic(real).mean()
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · returns_detached · wrong_return
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.detach()

# %% wrong · returns_none · wrong_return
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)

# %% wrong · returns_tensor · keeps_graph
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value

# %% wrong · sigmoid · sigmoid_critic
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real).sigmoid(), critic(fake).sigmoid())
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · signs · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.copy_(c * p.sign())
    return value.item()

# %% wrong · squared_bound · unrecognised
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c * c, c * c)
    return value.item()

# %% wrong · swapped · swapped_values
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(fake), critic(real))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · tanh · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.copy_(c * torch.tanh(p))
    return value.item()

# %% wrong · trains_a_copy · no_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    import copy
    critic = copy.deepcopy(critic)
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · two_steps · two_steps
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · uphill · wrong_way
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    (-value).backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · upper_only · one_side_only
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(max=c)
    return value.item()

# %% wrong · weights_only · some_left_out
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for name, p in critic.named_parameters():
            if 'weight' in name:
                p.clamp_(-c, c)
    return value.item()

# %% wrong · zero_after_backward · no_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    value.backward()
    optimizer.zero_grad()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · zero_to_c · one_side_only
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(0, c)
    return value.item()

# %% wrong · zeroed · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p[p.abs() > c] = 0
    return value.item()

# %% noisy · grenzen
def clipped_step(critic, optimizer, real, fake, loss, c):
    grenze = c  # ±c
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-grenze, grenze)
    verlust = value.item()
    return verlust

# %% noisy · talks
import warnings
def clipped_step(critic, optimizer, real, fake, loss, c):
    warnings.warn('clipping')
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    print(max(p.abs().max() for p in critic.parameters()))
    return value.item()

# %% wrong · clip_then_step · clip_before_step
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    optimizer.step()
    return value.item()

# %% wrong · gradient_clipping · gradient_clipping
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_value_(critic.parameters(), c)
    optimizer.step()
    return value.item()

# %% wrong · shrunk_together · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            largest = p.abs().max()
            if largest > c:
                p.mul_(c / largest)
    return value.item()

# %% wrong · trained_ones_only · some_left_out
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        if p.grad is not None:
            p.data.clamp_(-c, c)
    return value.item()

# %% wrong · first_group_only · some_left_out
def clipped_step(critic, optimizer, real, fake, loss, c):
    optimizer.zero_grad()
    value = loss(critic(real), critic(fake))
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in optimizer.param_groups[0]["params"]:
            p.clamp_(min=-c, max=c)
    return float(value)

# %% wrong · outside_becomes_zero · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.masked_fill_(p.abs() > c, 0.0)
    return value.item()

# %% wrong · forgets_the_momentum · new_optimizer
def clipped_step(critic, optimizer, real, fake, loss, c):
    optimizer.state.clear()  # clear what is old
    optimizer.zero_grad()
    value = loss(critic(real), critic(fake))
    value.backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
    return value.item()

# %% wrong · reports_afterwards · wrong_return
def clipped_step(critic, optimizer, real, fake, loss, c):
    optimizer.zero_grad()
    loss(critic(real), critic(fake)).backward()
    optimizer.step()
    with torch.no_grad():
        for p in critic.parameters():
            p.clamp_(-c, c)
        return loss(critic(real), critic(fake)).item()

# %% wrong · squashed · rescaled
def clipped_step(critic, optimizer, real, fake, loss, c):
    value = loss(critic(real), critic(fake))
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    for p in critic.parameters():
        p.data = c * torch.tanh(p.data / c)
    return value.item()

# %% correct · where_and_grad
def clipped_step(critic, optimizer, real, fake, loss, c):
    weights = [p for p in critic.parameters() if p.requires_grad]
    value = loss(critic(real), critic(fake))
    for w, g in zip(weights, torch.autograd.grad(value, weights, allow_unused=True)):
        w.grad = g
    optimizer.step()
    for w in critic.parameters():
        w.data.copy_(torch.where(w.data > c, c, torch.where(w.data < -c, -c, w.data)))
    return value.item()

# %% correct · one_batch_split
def clipped_step(critic, optimizer, real, fake, loss, c):
    def bound(module):
        for p in module.parameters(recurse=False):
            p.data.clamp_(min=-c, max=c)

    values = critic(torch.cat([real, fake]))
    value = loss(values[: len(real)], values[len(real) :])
    critic.zero_grad()
    value.backward()
    optimizer.step()
    critic.apply(bound)
    return float(value.detach())

# %% correct · foreach_bounds
def clipped_step(critic, optimizer, real, fake, loss, c):
    optimizer.zero_grad()
    value = loss(critic(real), critic(fake))
    before = value.item()
    value.backward()
    optimizer.step()
    with torch.no_grad():
        everything = list(critic.parameters())
        torch._foreach_clamp_max_(everything, c)
        torch._foreach_clamp_min_(everything, -c)
    return before
