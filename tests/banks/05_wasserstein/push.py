# %% correct · autograd_grad
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope

# %% correct · backward
def push(critic, x, loss):
    x = x.clone()
    x.requires_grad = True
    loss(critic(x)).backward()
    return -x.shape[0] * x.grad

# %% correct · chain_rule
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    values = critic(x)
    leaf = values.detach().requires_grad_()
    (outer,) = torch.autograd.grad(loss(leaf), leaf)
    (slope,) = torch.autograd.grad(values, x, grad_outputs=outer)
    return -len(x) * slope

# %% correct · frozen_and_thawed
def push(critic, x, loss):
    for p in critic.parameters():
        p.requires_grad_(False)
    x = x.detach().clone().requires_grad_()
    loss(critic(x)).backward()
    for p in critic.parameters():
        p.requires_grad_(True)
    return x.grad.mul(-len(x))

# %% correct · func_grad
def push(critic, x, loss):
    slope = torch.func.grad(lambda t: loss(critic(t)).squeeze())(x)
    return -x.shape[0] * slope

# %% correct · functional
def push(critic, x, loss):
    slope = torch.autograd.functional.jacobian(lambda t: loss(critic(t)), x)
    return -len(x) * slope

# %% correct · keeps_graph
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x, create_graph=True)
    return (-len(x) * slope).detach()

# %% correct · marks_the_given
def push(critic, x, loss):
    x.requires_grad_()
    slope = torch.autograd.grad(loss(critic(x)), x)[0]
    return -slope * x.size(0)

# %% correct · parameter
def push(critic, x, loss):
    x = nn.Parameter(x.detach().clone())
    value = loss(critic(x))
    value.backward(inputs=[x])
    return -x.grad * len(x)

# %% correct · scaled_loss
def push(critic, x, loss):
    x = x.detach().requires_grad_(True)
    value = -len(x) * loss(critic(x))
    return torch.autograd.grad(value, [x])[0]

# %% wrong · batch_of_two · unrecognised
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -2 * slope

# %% wrong · columns · wrong_factor
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -x.shape[1] * slope

# %% wrong · detached · cut
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    value = loss(critic(x).detach())
    (slope,) = torch.autograd.grad(value, x)
    return -len(x) * slope

# %% wrong · divided · batch_share_kept
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -slope / len(x)

# %% wrong · flattened · not_one_per_coordinate
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return (-len(x) * slope).flatten(1)

# %% wrong · forgets_to_ask · raises
def push(critic, x, loss):
    loss(critic(x)).backward()
    return -len(x) * x.grad

# %% wrong · gradient · batch_share_kept
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return slope

# %% wrong · in_the_values · not_one_per_coordinate
def push(critic, x, loss):
    values = critic(x).detach().requires_grad_()
    (slope,) = torch.autograd.grad(loss(values), values)
    return -len(x) * slope

# %% wrong · last · wrong_factor
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -x.shape[-1] * slope

# %% wrong · left_frozen · left_frozen
def push(critic, x, loss):
    critic.requires_grad_(False)
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope

# %% wrong · left_in_eval · left_in_eval
def push(critic, x, loss):
    critic.eval()
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope

# %% wrong · loss_called_for_show · loss_left_out
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).sum(), x)
    loss(critic(x))
    return slope

# %% wrong · mean_of_values · loss_left_out
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).mean(), x)
    return len(x) * slope

# %% wrong · mean_push · unrecognised
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    f = -len(x) * slope
    return f.mean(0, keepdim=True).expand_as(f)

# %% wrong · moved_samples · unrecognised
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return x.detach() - len(x) * slope

# %% wrong · moves_x · modifies_inputs
def push(critic, x, loss):
    t = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(t)), t)
    x += 0.1 * slope
    return -len(x) * slope

# %% wrong · no_grad · cut
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    with torch.no_grad():
        value = loss(critic(x))
    value.backward()
    return -len(x) * x.grad

# %% wrong · norms · not_one_per_coordinate
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return (len(x) * slope).flatten(1).norm(dim=1)

# %% wrong · number · wrong_type
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return float(-len(x) * slope.sum())

# %% wrong · numel · wrong_factor
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -x.numel() * slope

# %% wrong · own_slope · loss_left_out
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).sum(), x)
    return slope

# %% wrong · own_slope_negative · loss_left_out
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).sum(), x)
    return -slope

# %% wrong · share_kept · batch_share_kept
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -slope

# %% wrong · sign · direction_only
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -slope.sign()

# %% wrong · sum_over_batch · not_one_per_coordinate
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope.sum(0)

# %% wrong · tuple · wrong_type
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    slope = torch.autograd.grad(loss(critic(x)), x)
    return slope

# %% wrong · unit · direction_only
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    f = -len(x) * slope
    return f / f.flatten(1).norm(dim=1).reshape(-1, *[1] * (f.dim() - 1))

# %% wrong · uphill · uphill
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return len(x) * slope

# %% wrong · zeros · cut
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return torch.zeros_like(slope)

# %% noisy · prints
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    print(slope.norm())
    return -len(x) * slope

# %% noisy · warns
import warnings
def push(critic, x, loss):
    warnings.warn('push')
    δ = x.detach().clone().requires_grad_()
    loss(critic(δ)).backward()
    return -len(δ) * δ.grad

# %% wrong · single_file · one_by_one
def push(critic, x, loss):
    rows = []
    for i in range(len(x)):
        one = x[i : i + 1].detach().clone().requires_grad_()
        (slope,) = torch.autograd.grad(loss(critic(one)), one)
        rows.append(-slope)
    return torch.cat(rows)

# %% wrong · slope_of_the_critic · loss_left_out
def push(critic, x, loss):
    here = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(here).sum(), here)
    return slope

# %% wrong · n_of_all_numbers · wrong_factor
def push(critic, x, loss):
    here = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(here)), here)
    return -x.numel() * slope

# %% wrong · leaves_it_frozen · left_frozen
def push(critic, x, loss):
    critic.requires_grad_(False)
    here = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(here)), here)
    return -len(x) * slope

# %% wrong · thaws_everything · switched_on
def push(critic, x, loss):
    for p in critic.parameters():
        p.requires_grad = False
    here = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(here)), here)
    for p in critic.parameters():
        p.requires_grad = True
    return -len(x) * slope

# %% wrong · left_in_eval_too · left_in_eval
def push(critic, x, loss):
    critic.eval()
    here = x.detach().clone().requires_grad_()
    value = loss(critic(here))
    return -len(here) * torch.autograd.grad(value, here)[0]

# %% wrong · grad_piles_up · modifies_inputs
def push(critic, x, loss):
    x.requires_grad_()
    loss(critic(x)).backward(inputs=[x])
    return -len(x) * x.grad.clone()

# %% wrong · unit_arrows · direction_only
def push(critic, x, loss):
    here = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(here)), here)
    rows = F.normalize(-slope.flatten(1), dim=1)
    return rows.view_as(x)

# %% correct · chain_rule_by_hand
def push(critic, x, loss):
    here = x.detach().clone().requires_grad_()
    values = critic(here)
    leaf = values.detach().requires_grad_()
    (in_value,) = torch.autograd.grad(loss(leaf), leaf)
    (in_space,) = torch.autograd.grad(values, here, grad_outputs=in_value)
    return in_space.mul(-x.shape[0])

# %% correct · func_grad_too
def push(critic, x, loss):
    slope = torch.func.grad(lambda points: loss(critic(points)).sum())(x.detach())
    return -slope.detach() * x.size(0)

# %% correct · backward_into_the_copy
def push(critic, x, loss):
    copy_of_x = torch.empty_like(x).copy_(x).requires_grad_()
    (-len(x) * loss(critic(copy_of_x))).backward(inputs=[copy_of_x])
    return copy_of_x.grad
