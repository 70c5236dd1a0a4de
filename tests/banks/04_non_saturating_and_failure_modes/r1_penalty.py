# %% correct · autograd_grad
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% correct · clone_and_outputs
def r1_penalty(discriminator, real, gamma):
    real = real.clone().requires_grad_()
    logits = discriminator(real)
    grads = torch.autograd.grad(
        outputs=logits, inputs=real, grad_outputs=torch.ones_like(logits), create_graph=True, retain_graph=True
    )[0]
    return 0.5 * gamma * grads.pow(2).reshape(len(real), -1).sum(1).mean()

# %% correct · double_inside
def r1_penalty(discriminator, real, gamma):
    with torch.enable_grad():
        x = real.detach().requires_grad_(True)
        (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        return (slope.double().square().sum(dim=-1).mean() * gamma / 2).float()

# %% correct · functional_vmap
from torch.func import grad, vmap


def r1_penalty(discriminator, real, gamma):
    slopes = vmap(grad(lambda x: discriminator(x[None]).sum()))(real)
    return gamma / 2 * (slopes * slopes).sum(-1).mean()

# %% wrong · in_place_flag · modifies_inputs
def r1_penalty(discriminator, real, gamma):
    real.requires_grad_(True)
    out = discriminator(real).view(-1)
    (g,) = torch.autograd.grad(out, [real], grad_outputs=out.new_ones(out.shape), create_graph=True)
    return g.pow(2).sum().div(len(real)).mul(gamma / 2)

# %% correct · jacobian
def r1_penalty(discriminator, real, gamma):
    slope = torch.autograd.functional.jacobian(
        lambda x: discriminator(x).sum(), real.detach(), create_graph=True
    )
    return gamma / 2 * (slope * slope).sum(dim=1).mean()

# %% wrong · library · ready_made
from gan_course.training import R1


def r1_penalty(discriminator, real, gamma):
    return R1(gamma)(discriminator, real, real)

# %% correct · mean_times_n
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).mean(), x, create_graph=True)
    slope = slope * x.shape[0]
    return gamma / 2 * torch.einsum("nd,nd->n", slope, slope).mean()

# %% correct · norm_squared
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone()
    x.requires_grad = True
    slope = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)[0]
    return (gamma / 2) * (slope.flatten(1).norm(2, dim=1) ** 2).mean()

# %% correct · row_by_row
def r1_penalty(discriminator, real, gamma):
    total = 0.0
    for row in real:
        x = row[None].detach().requires_grad_(True)
        (g,) = torch.autograd.grad(discriminator(x).squeeze(), x, create_graph=True)
        total = total + (g**2).sum()
    return gamma / 2 * total / len(real)

# %% correct · sum_over_batch_size
def r1_penalty(discriminator, real, gamma):
    x = torch.autograd.Variable(real.data, requires_grad=True)
    g = torch.autograd.grad(torch.sum(discriminator(x)), x, create_graph=True)
    return gamma * torch.sum(g[0] ** 2) / (2 * x.size(0))

# %% wrong · absolute · absolute_values
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.abs().sum(dim=1).mean()

# %% wrong · at_noise
def r1_penalty(discriminator, real, gamma):
    x = torch.randn_like(real).requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · backward_inside · leaves_gradients
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    discriminator(x).sum().backward(create_graph=True)
    return gamma / 2 * x.grad.square().sum(dim=1).mean()

# %% wrong · detached_slope · create_graph_missing
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.detach().square().sum(dim=1).mean()

# %% wrong · finite_differences
def r1_penalty(discriminator, real, gamma):
    h, total = 0.1, 0.0
    for j in range(real.shape[1]):
        step = torch.zeros_like(real)
        step[:, j] = h
        total = total + (((discriminator(real + step) - discriminator(real)) / h) ** 2).mean()
    return gamma / 2 * total

# %% wrong · first_coordinate
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * (slope[:, 0] ** 2 + slope[:, 1] ** 2).mean()

# %% wrong · fixed_batch
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum() / 64

# %% wrong · freezes_d
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    value = gamma / 2 * slope.square().sum(dim=1).mean()
    discriminator.requires_grad_(False)
    return value

# %% wrong · gamma_forgotten · gamma_ignored
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return 0.5 * slope.square().sum(dim=1).mean()

# %% wrong · gradient_penalty · pulls_to_one
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * ((slope.norm(dim=1) - 1) ** 2).mean()

# %% wrong · half_missing · half_missing
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma * slope.square().sum(dim=1).mean()

# %% wrong · in_weights · slope_in_weights
def r1_penalty(discriminator, real, gamma):
    weights = list(discriminator.parameters())
    slopes = torch.autograd.grad(discriminator(real).mean(), weights, create_graph=True)
    return gamma / 2 * sum((s**2).sum() for s in slopes)

# %% wrong · left_in_eval · left_in_eval
def r1_penalty(discriminator, real, gamma):
    discriminator.eval()
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · mean_over_all · mean_over_coordinates
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().mean()

# %% wrong · mean_slope_first · norm_of_batch
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.mean(dim=0).square().sum()

# %% wrong · negative · sign
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return -gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · no_create_graph · create_graph_missing
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · no_requires_grad · raises
def r1_penalty(discriminator, real, gamma):
    x = real.detach()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · norm_over_batch · norm_of_batch
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.norm(dim=0).square().mean()

# %% wrong · normalised_by_dim
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma * slope.square().sum(dim=1).mean() / 3

# %% wrong · not_squared · not_squared
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.norm(dim=1).mean()

# %% wrong · of_mean · slope_of_mean
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).mean(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · of_probability · slope_of_probability
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(torch.sigmoid(discriminator(x)).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · per_sample · not_scalar
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1)

# %% wrong · python_float · becomes_number
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x)
    return gamma / 2 * slope.square().sum(dim=1).mean().item()

# %% wrong · retain_graph_only · create_graph_missing
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    slope = torch.autograd.grad(discriminator(x).sum(), x, retain_graph=True)[0]
    slope.requires_grad_(True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · root_of_mean
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean().sqrt()

# %% wrong · summed · sum_not_mean
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum()

# %% wrong · value_penalised · penalises_the_value
def r1_penalty(discriminator, real, gamma):
    return gamma / 2 * discriminator(real).square().mean()

# %% wrong · zeroes_gradients · leaves_gradients
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    discriminator.zero_grad()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% noisy · warns_and_prints
import warnings


def r1_penalty(discriminator, real, gamma):
    warnings.warn("second derivatives ahead", stacklevel=1)
    x = real.detach().requires_grad_(True)
    (steigung,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    print("‖∇D‖ ≈", steigung.norm(dim=1).mean().item())
    return gamma / 2 * steigung.square().sum(dim=1).mean()

# %% wrong · numbers_only · create_graph_missing
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    logits = discriminator(x)
    (slope,) = torch.autograd.grad(logits.sum(), x, retain_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · by_backward · leaves_gradients
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    discriminator(x).sum().backward(create_graph=True)
    return gamma / 2 * x.grad.pow(2).sum(1).mean()

# %% wrong · mean_of_logits · slope_of_mean
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    slope = torch.autograd.grad(discriminator(x).mean(), x, create_graph=True)[0]
    return 0.5 * gamma * slope.square().sum(dim=1).mean()

# %% wrong · mean_over_numbers · mean_over_coordinates
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * (slope**2).mean()

# %% wrong · slope_of_the_mean · norm_of_batch
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.mean(dim=0).square().sum()

# %% wrong · frozen_meanwhile · create_graph_missing
def r1_penalty(discriminator, real, gamma):
    flags = [(p, p.requires_grad) for p in discriminator.parameters()]
    discriminator.requires_grad_(False)  # nothing may be left in .grad
    x = real.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    for p, flag in flags:
        p.requires_grad_(flag)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · probability_slope · slope_of_probability
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    belief = torch.sigmoid(discriminator(x))
    (slope,) = torch.autograd.grad(belief.sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · column_outputs_only
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    logits = discriminator(x)
    (slope,) = torch.autograd.grad(logits, x, grad_outputs=torch.ones(len(x), 1), create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% wrong · noisy_neighbours
def r1_penalty(discriminator, real, gamma):
    x = (real + 0.1 * real.std() * torch.randn_like(real)).detach().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()

# %% correct · vmapped_grad
def r1_penalty(discriminator, real, gamma):
    def logit(x):
        return discriminator(x.unsqueeze(0)).sum()

    slopes = torch.func.vmap(torch.func.grad(logit))(real.detach())
    return gamma * slopes.square().sum() / (2 * len(real))

# %% correct · sample_by_sample
def r1_penalty(discriminator, real, gamma):
    lengths = []
    for row in real:
        x = row.detach().clone().unsqueeze(0).requires_grad_()
        slope = torch.autograd.grad(discriminator(x).squeeze(), x, create_graph=True)[0]
        lengths.append(torch.dot(slope.flatten(), slope.flatten()))
    return gamma / 2 * torch.stack(lengths).mean()

# %% correct · ones_like_outputs
def r1_penalty(discriminator, real, gamma):
    with torch.enable_grad():
        x = torch.autograd.Variable(real.data, requires_grad=True)
        out = discriminator(x)
        slope = torch.autograd.grad(
            outputs=out, inputs=x, grad_outputs=torch.ones_like(out), create_graph=True, retain_graph=True
        )[0]
    return torch.einsum("nd,nd->n", slope, slope).mean().mul(gamma / 2)

# %% wrong · penalty_bounded
def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return (gamma / 2 * slope.flatten(1).square().sum(dim=1).mean()).clamp(max=10.0)
