# %% correct · backward
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    critic(between).sum().backward(create_graph=True)
    slope = between.grad
    value = ((slope.flatten(1).norm(dim=1) - 1) ** 2).mean()
    for p in critic.parameters():
        p.grad = None
    return value

# %% correct · double_sum
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    out = critic(between).double().sum()
    (slope,) = torch.autograd.grad(out, between, create_graph=True)
    norm = slope.double().flatten(start_dim=1).norm(p=2, dim=-1)
    return torch.sum((norm - 1.0) ** 2) / norm.numel()

# %% correct · einsum
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    flat = slope.flatten(1)
    norm = torch.einsum('nd,nd->n', flat, flat).sqrt()
    return (norm * norm - 2 * norm + 1).mean()

# %% correct · epsilon_on_fake
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * fake + (1 - epsilon) * real).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · expanded_epsilon
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(real.shape[0], *([1] * (real.dim() - 1))).expand_as(real)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · flattened_mix
def gradient_penalty(critic, real, fake):
    shape = real.shape
    a, b = real.flatten(1), fake.flatten(1)
    epsilon = torch.rand(len(a), 1)
    flat = a + epsilon * (b - a)
    between = flat.reshape(shape).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · func_vmap
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach()
    slope = torch.func.vmap(torch.func.grad(lambda t: critic(t.unsqueeze(0)).sum()))(between)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · grad_outputs
def gradient_penalty(critic, real, fake):
    shape = [real.size(0)] + [1] * (real.dim() - 1)
    epsilon = torch.rand(shape)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    out = critic(between)
    slope = torch.autograd.grad(outputs=out, inputs=between, grad_outputs=torch.ones_like(out), create_graph=True, retain_graph=True, only_inputs=True)[0]
    slope = slope.view(slope.size(0), -1)
    return ((slope.norm(2, dim=1) - 1) ** 2).mean()

# %% correct · judges_both_ends_too
def gradient_penalty(critic, real, fake):
    with torch.no_grad():
        critic(real), critic(fake)
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · lerp
def gradient_penalty(critic, real, fake):
    t = torch.empty(len(real)).uniform_().reshape(-1, *[1] * (real.ndim - 1))
    between = torch.lerp(fake, real, t).detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return F.mse_loss(slope.flatten(1).norm(dim=1), torch.ones(len(real)))

# %% correct · loop_over_samples
def gradient_penalty(critic, real, fake):
    norms = []
    for a, b in zip(real, fake):
        t = torch.rand(())
        x = (t * a + (1 - t) * b).unsqueeze(0).requires_grad_()
        (g,) = torch.autograd.grad(critic(x).squeeze(), x, create_graph=True)
        norms.append(g.norm())
    return (torch.stack(norms) - 1).square().mean()

# %% correct · norm_over_several_dims
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = torch.linalg.vector_norm(slope, dim=tuple(range(1, slope.dim())))
    return (norm - 1).square().mean()

# %% correct · numpy_epsilon
def gradient_penalty(critic, real, fake):
    import numpy as np
    epsilon = torch.as_tensor(np.random.rand(len(real), *[1] * (real.dim() - 1)), dtype=real.dtype)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · own_helpers
def _between(a, b):
    share = torch.rand(a.shape[:1])
    while share.dim() < a.dim():
        share = share.unsqueeze(-1)
    return (a * share + b * (1 - share)).requires_grad_(True)


def _steepness(critic, x):
    y = critic(x)
    g = torch.autograd.grad([y], [x], [torch.ones_like(y)], create_graph=True)[0]
    return g.reshape(g.shape[0], -1).norm(dim=1)


def gradient_penalty(critic, real, fake):
    return (_steepness(critic, _between(real, fake)) - 1).pow(2).mean()

# %% correct · python_random
def gradient_penalty(critic, real, fake):
    import random
    epsilon = torch.tensor([random.random() for _ in real]).reshape(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · reference
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · root_of_squares
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.pow(2).reshape(len(real), -1).sum(1).add(1e-12).sqrt()
    return torch.mean((1 - norm) ** 2)

# %% correct · shuffled_even_places
def gradient_penalty(critic, real, fake):
    n = len(real)
    places = (torch.randperm(n) + torch.rand(n)) / n
    epsilon = places.reshape(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · shuffled_pairs
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real[torch.randperm(len(real))] + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% correct · uniform_distribution
def gradient_penalty(critic, real, fake):
    epsilon = torch.distributions.Uniform(0.0, 1.0).sample((len(real),)).view(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · absolute · not_squared
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).abs().mean()

# %% wrong · adds_loss · not_a_penalty
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    values = critic(between)
    (slope,) = torch.autograd.grad(values.sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean() + values.mean()

# %% wrong · batch_axis · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return ((slope.norm(2, dim=0) - 1) ** 2).mean()

# %% wrong · beta · not_uniform
def gradient_penalty(critic, real, fake):
    epsilon = torch.distributions.Beta(0.5, 0.5).sample((len(real), *[1] * (real.dim() - 1)))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · both_shares · off_the_line
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + epsilon * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · channels_only · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return ((slope.norm(2, dim=1) - 1) ** 2).mean()

# %% wrong · coin · only_at_samples
def gradient_penalty(critic, real, fake):
    epsilon = torch.randint(0, 2, (len(real), *[1] * (real.dim() - 1))).float()
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · columns_only · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return ((slope.norm(2, dim=-1) - 1) ** 2).mean()

# %% wrong · each_number · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return ((slope.abs() - 1) ** 2).mean()

# %% wrong · epsilon_of_feature_size · raises
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · eval_mode · left_in_eval
def gradient_penalty(critic, real, fake):
    critic.eval()
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · even_places · same_epsilon_again
def gradient_penalty(critic, real, fake):
    epsilon = torch.linspace(0, 1, len(real)).reshape(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · fixed_generator · same_epsilon_again
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), generator=torch.Generator().manual_seed(1)).reshape(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · frozen · left_frozen
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    value = ((norm - 1) ** 2).mean()
    for p in critic.parameters():
        p.requires_grad_(False)
    return value

# %% wrong · half · weight_inside
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean() / 2

# %% wrong · l1 · another_norm
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).abs().sum(1)
    return ((norm - 1) ** 2).mean()

# %% wrong · max · another_norm
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).abs().amax(1)
    return ((norm - 1) ** 2).mean()

# %% wrong · mean_first · mean_before_square
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1).mean() - 1) ** 2

# %% wrong · mean_of_values · slope_of_mean
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).mean(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · middle_half · not_uniform
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    epsilon = 0.25 + 0.5 * epsilon
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · midpoint · always_the_same_place
def gradient_penalty(critic, real, fake):
    between = ((real + fake) / 2).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · minus_one_outside · one_outside_the_square
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return slope.flatten(1).square().sum(1).mean() - 1

# %% wrong · mixes_in_place · modifies_inputs
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    real.mul_(epsilon)
    between = (real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · never_called · critic_not_asked
def gradient_penalty(critic, real, fake):
    return torch.zeros(())

# %% wrong · no_create_graph · create_graph_missing
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · noise_added · off_the_line
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (real + 0.5 * torch.randn_like(real)).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · norm_detached · create_graph_missing
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1).detach().requires_grad_()
    return ((norm - 1) ** 2).mean()

# %% wrong · normal_epsilon · beyond_the_ends
def gradient_penalty(critic, real, fake):
    epsilon = torch.randn(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · not_from_one · not_from_one
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return slope.flatten(1).square().sum(1).mean()

# %% wrong · not_squared · not_squared
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).mean()

# %% wrong · number · becomes_number
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean().item()

# %% wrong · one_epsilon · one_epsilon_per_batch
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(1)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · one_epsilon_item · one_epsilon_per_batch
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(()).item()
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · one_sided · one_sided
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return F.relu(slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · ones_of_one_shape · raises
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between), between, torch.ones(len(real), 1, 1), create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · only_fake · only_at_samples
def gradient_penalty(critic, real, fake):
    between = fake.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · only_real · only_at_samples
def gradient_penalty(critic, real, fake):
    between = real.clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · per_channel · epsilon_per_number
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(*real.shape[:2], *[1] * (real.dim() - 2))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · per_pixel · epsilon_per_number
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand_like(real)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · per_sample · mean_missing
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2)

# %% wrong · points_only · points_only
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), 1)
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · reseeds · same_epsilon_again
def gradient_penalty(critic, real, fake):
    torch.manual_seed(0)
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · retain_graph · create_graph_missing
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, retain_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · rms · another_norm
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).square().mean(1).sqrt()
    return ((norm - 1) ** 2).mean()

# %% wrong · rows_and_columns · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    dims = (2, 3) if slope.dim() == 4 else (1,)
    return ((slope.square().sum(dims).sqrt() - 1) ** 2).mean()

# %% wrong · slope_detached · create_graph_missing
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.detach().flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · slope_in_real · not_a_penalty
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    real = real.clone().requires_grad_()
    between = epsilon * real + (1 - epsilon) * fake
    (slope,) = torch.autograd.grad(critic(between).sum(), real, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · squared_epsilon · not_uniform
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    epsilon = epsilon ** 2
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% wrong · squared_norm · squared_norm
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).square().sum(1)
    return ((norm - 1) ** 2).mean()

# %% wrong · subtracted · subtracted
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return -((norm - 1) ** 2).mean()

# %% wrong · summed · mean_missing
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).sum()

# %% wrong · ten_times · weight_inside
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return 10 * ((norm - 1) ** 2).mean()

# %% wrong · values_not_slopes · not_a_penalty
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    return ((critic(between) - 1) ** 2).mean()

# %% wrong · whole_batch · norm_over_batch
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.norm() - 1) ** 2

# %% noisy · prints
import logging
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    logging.warning('slope %s', slope.shape)
    print(slope.abs().max())
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()

# %% noisy · ε_and_plot
def gradient_penalty(critic, real, fake):
    ε = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (ε * real + (1 - ε) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    plt.hist(norm.detach())
    plt.close('all')
    return ((norm - 1) ** 2).mean()

# %% wrong · epsilon_per_coordinate · epsilon_per_number
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand_like(real)
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · one_epsilon_too · one_epsilon_per_batch
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(())
    between = torch.lerp(fake, real, epsilon).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).pow(2).mean()

# %% wrong · norm_over_channels · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return ((slope.norm(2, dim=1) - 1) ** 2).mean()

# %% wrong · squeezed_slopes · norm_over_wrong_axis
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).squeeze().norm(dim=-1) - 1).square().mean()

# %% wrong · square_of_the_mean · mean_before_square
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1).mean() - 1) ** 2

# %% wrong · lerp_in_place · modifies_inputs
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = real.lerp_(fake, epsilon).detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · same_seed_every_time · same_epsilon_again
def gradient_penalty(critic, real, fake):
    torch.manual_seed(0)  # repeatable
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · frozen_meanwhile · create_graph_missing
def gradient_penalty(critic, real, fake):
    flags = [p.requires_grad for p in critic.parameters()]
    critic.requires_grad_(False)
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    for p, flag in zip(critic.parameters(), flags):
        p.requires_grad_(flag)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · one_sided_too · one_sided
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return F.relu(slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% correct · sample_by_sample
def gradient_penalty(critic, real, fake):
    total = 0.0
    for x, x_fake in zip(real, fake):
        epsilon = torch.rand(1).item()
        point = (epsilon * x + (1 - epsilon) * x_fake).detach().unsqueeze(0).requires_grad_()
        (slope,) = torch.autograd.grad(critic(point).sum(), point, create_graph=True)
        total = total + (torch.linalg.vector_norm(slope) - 1) ** 2
    return total / len(real)

# %% correct · library_slopes
def gradient_penalty(critic, real, fake):
    epsilon = torch.empty(real.size(0)).uniform_().view(-1, *(1 for _ in real.shape[1:]))
    between = torch.lerp(real.detach(), fake.detach(), epsilon).requires_grad_()
    lengths = (slopes(critic(between), between).square().sum(dim=1) + 1e-12).sqrt()
    return F.mse_loss(lengths, torch.ones_like(lengths))

# %% correct · vmapped_grad
def gradient_penalty(critic, real, fake):
    def height(point):
        return critic(point[None]).sum()

    shape = (-1,) + (1,) * (real.ndim - 1)
    epsilon = torch.distributions.Uniform(0.0, 1.0).sample((len(real),)).reshape(shape)
    points = (fake + epsilon * (real - fake)).detach()
    slope = torch.func.vmap(torch.func.grad(height))(points)
    return torch.linalg.vector_norm(slope, dim=tuple(range(1, slope.ndim))).sub(1).pow(2).mean()

# %% wrong · one_real_for_all · one_sample_for_all
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real[:1] + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · one_fake_for_all · one_sample_for_all
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake[0]).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()

# %% wrong · penalty_bounded
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean().clamp(max=20.0)
