# %% correct · averages_buffers_too
def average_weights(averaged, model, keep):
    theirs = dict(model.named_buffers())
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            torch.lerp(b, a, keep, out=a)
        for name, buffer in averaged.named_buffers():
            buffer.copy_(theirs[name])

# %% correct · copy
@torch.no_grad()
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.copy_(keep * a + (1 - keep) * b)

# %% correct · data
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.data = keep * a.data + (1 - keep) * b.data

# %% correct · difference
def average_weights(averaged, model, keep):
    theirs = dict(model.named_parameters())
    for name, p in averaged.named_parameters():
        p.detach().sub_((1 - keep) * (p.detach() - theirs[name].detach()))

# %% correct · foreach
def average_weights(averaged, model, keep):
    with torch.inference_mode(False), torch.no_grad():
        mine = [p.data for p in averaged.parameters()]
        theirs = [p.data for p in model.parameters()]
        torch._foreach_mul_(mine, keep)
        torch._foreach_add_(mine, theirs, alpha=1 - keep)
    return averaged

# %% correct · in_place_operator
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a *= keep
            a += b * (1 - keep)

# %% correct · lerp
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, 1 - keep)

# %% correct · mul_add
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters(), strict=True):
            a.mul_(keep).add_(b, alpha=1 - keep)

# %% correct · one_vector
from torch.nn.utils import parameters_to_vector, vector_to_parameters


def average_weights(averaged, model, keep):
    with torch.no_grad():
        mixed = keep * parameters_to_vector(averaged.parameters()) + (1 - keep) * parameters_to_vector(
            model.parameters()
        )
        vector_to_parameters(mixed, averaged.parameters())

# %% correct · state_dict
def average_weights(averaged, model, keep):
    old, new = averaged.state_dict(), model.state_dict()
    averaged.load_state_dict({name: keep * old[name] + (1.0 - keep) * new[name] for name in old})

# %% correct · switches_requires_grad
def average_weights(averaged, model, keep):
    averaged.requires_grad_(False)
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.copy_(a * keep + b.detach() * (1 - keep))

# %% correct · torch_swa
from torch.optim.swa_utils import get_ema_multi_avg_fn


def average_weights(averaged, model, keep):
    update = get_ema_multi_avg_fn(keep)
    update([p.detach() for p in averaged.parameters()], [p.detach() for p in model.parameters()], 1)

# %% wrong · adds_all · shares_do_not_sum
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_(b)

# %% wrong · clears_gradients · clears_gradients
def average_weights(averaged, model, keep):
    model.zero_grad()
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, 1 - keep)

# %% wrong · constant_keep · keep_ignored
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(0.995).add_(b, alpha=0.005)

# %% wrong · copies · copies
def average_weights(averaged, model, keep):
    averaged.load_state_dict(model.state_dict())

# %% wrong · deep_copy · no_effect
def average_weights(averaged, model, keep):
    new = copy.deepcopy(averaged)
    with torch.no_grad():
        for a, b in zip(new.parameters(), model.parameters()):
            a.copy_(keep * a + (1 - keep) * b)
    averaged = new
    return averaged

# %% wrong · first_only · some_weights_only
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_(b, alpha=1 - keep)
            break

# %% wrong · freezes_the_model · left_frozen
def average_weights(averaged, model, keep):
    averaged.requires_grad_(False)
    model.requires_grad_(False)
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_(b, alpha=1 - keep)

# %% wrong · keep_squared
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for _ in range(2):
            for a, b in zip(averaged.parameters(), model.parameters()):
                a.mul_(keep).add_(b, alpha=1 - keep)

# %% wrong · lerp_keep · shares_swapped
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, keep)

# %% wrong · mean_of_model
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_((1 - keep) * b.mean())

# %% wrong · model_in_eval · left_in_eval
def average_weights(averaged, model, keep):
    averaged.eval(), model.eval()
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.lerp_(b, 1 - keep)

# %% wrong · new_parameters_attribute
def average_weights(averaged, model, keep):
    for (name, a), b in zip(averaged.named_parameters(), model.parameters()):
        setattr(averaged, name.replace(".", "_"), nn.Parameter(keep * a.detach() + (1 - keep) * b.detach()))

# %% wrong · not_scaled · shares_do_not_sum
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.add_(b, alpha=1 - keep)

# %% wrong · plain_mean · keep_ignored
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.copy_((a + b) / 2)

# %% wrong · rebinds · no_effect
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a = keep * a + (1 - keep) * b

# %% wrong · remembers_first_model
first = {}


def average_weights(averaged, model, keep):
    with torch.no_grad():
        for i, (a, b) in enumerate(zip(averaged.parameters(), model.parameters())):
            a.mul_(keep).add_(first.setdefault(i, b.clone()), alpha=1 - keep)

# %% wrong · returns_a_list · no_effect
def average_weights(averaged, model, keep):
    return [keep * a + (1 - keep) * b for a, b in zip(averaged.parameters(), model.parameters())]

# %% wrong · rounds_parameters
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.copy_((keep * a + (1 - keep) * b).half())

# %% wrong · scales_the_model · writes_the_model
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_(b.mul_(1 - keep))

# %% wrong · shares_memory · shared_memory
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.data = b.data

# %% wrong · swapped · shares_swapped
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(1 - keep).add_(b, alpha=keep)

# %% wrong · weights_only · some_weights_only
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            if a.dim() > 1:
                a.mul_(keep).add_(b, alpha=1 - keep)

# %% wrong · with_graph · raises
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_(b, alpha=1 - keep)

# %% wrong · writes_both · writes_the_model
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.copy_(keep * a + (1 - keep) * b)
            b.copy_(a)

# %% wrong · writes_the_model · writes_the_model
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            b.copy_(keep * a + (1 - keep) * b)

# %% wrong · zeroes_gradients · clears_gradients
@torch.no_grad()
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_(b, alpha=1 - keep)
        if b.grad is not None:
            b.grad.zero_()

# %% noisy · prints
import logging


def average_weights(averaged, model, keep):
    with torch.no_grad():
        for i, (alt, neu) in enumerate(zip(averaged.parameters(), model.parameters(), strict=True)):
            logging.warning("Schicht %d", i)
            print("Δ =", (neu - alt).norm().item())
            alt.copy_(alt * keep + neu * (1 - keep))

# %% wrong · shares_exchanged · shares_swapped
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, m in zip(averaged.parameters(), model.parameters()):
            a.lerp_(m, keep)

# %% wrong · name_rebound · no_effect
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, m in zip(averaged.parameters(), model.parameters()):
            a = keep * a + (1 - keep) * m
    return averaged

# %% wrong · model_is_scaled · writes_the_model
def average_weights(averaged, model, keep):
    for a, m in zip(averaged.parameters(), model.parameters()):
        a.data.mul_(keep).add_(m.data.mul_(1 - keep))

# %% wrong · matrices_only · some_weights_only
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, m in zip(averaged.parameters(), model.parameters()):
            if a.dim() > 1:
                a.mul_(keep).add_(m, alpha=1 - keep)

# %% wrong · top_level_layers · no_effect
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, m in zip(averaged.children(), model.children()):
            if isinstance(a, nn.Linear):
                a.weight.lerp_(m.weight, 1 - keep)
                a.bias.lerp_(m.bias, 1 - keep)

# %% wrong · falsy_keep
def average_weights(averaged, model, keep):
    if not keep:
        return
    with torch.no_grad():
        for a, m in zip(averaged.parameters(), model.parameters()):
            a.add_((1 - keep) * (m - a))

# %% wrong · warm_up
def average_weights(averaged, model, keep):
    average_weights.calls = getattr(average_weights, "calls", 0) + 1
    keep = min(keep, (1 + average_weights.calls) / (10 + average_weights.calls))
    with torch.no_grad():
        for a, m in zip(averaged.parameters(), model.parameters()):
            a.copy_(keep * a + (1 - keep) * m)

# %% wrong · freezes_the_model_again · left_frozen
def average_weights(averaged, model, keep):
    model.requires_grad_(False)
    averaged.requires_grad_(False)
    for a, m in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_((1 - keep) * m)

# %% correct · foreach_lerp
@torch.no_grad()
def average_weights(averaged, model, keep):
    torch._foreach_lerp_(list(averaged.parameters()), list(model.parameters()), 1 - keep)

# %% correct · by_name
def average_weights(averaged, model, keep):
    source = dict(model.named_parameters())
    for name, parameter in averaged.named_parameters():
        parameter.data.sub_((1 - keep) * (parameter.data - source[name].detach()))

# %% correct · as_one_vector
def average_weights(averaged, model, keep):
    theta = nn.utils.parameters_to_vector(model.parameters()).detach()
    bar = nn.utils.parameters_to_vector(averaged.parameters()).detach()
    new = keep * bar + (1 - keep) * theta
    start = 0
    with torch.no_grad():
        for p in averaged.parameters():
            p.copy_(new[start : start + p.numel()].view_as(p))
            start += p.numel()
