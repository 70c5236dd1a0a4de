# %% correct · backward_cleared
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().clone().requires_grad_()
        F.cross_entropy(model(leaf), y).backward()
        model.zero_grad()
        here = project(leaf.detach() + step_size * leaf.grad.sign(), x, epsilon)
    return here.detach()

# %% correct · backward_inputs
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        here.requires_grad_(True)
        F.cross_entropy(model(here), y).backward(inputs=[here])
        with torch.no_grad():
            here = project(here + step_size * here.grad.sign(), x, epsilon)
    return here

# %% correct · checks_progress
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        loss = F.cross_entropy(model(leaf), y)
        (g,) = torch.autograd.grad(loss, leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
        with torch.no_grad():
            worse = F.cross_entropy(model(here), y)
    return here.detach()

# %% correct · clamps_before_projecting
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project((here + step_size * g.sign()).clamp(0, 1), x, epsilon)
    return here

# %% correct · cleared_leaf
def pgd(model, x, y, epsilon, step_size, steps, project):
    u = torch.empty_like(x).uniform_(-epsilon, epsilon)
    point = project(candidate=x + u, x=x, epsilon=epsilon).detach()
    for _ in range(steps):
        leaf = point.clone().requires_grad_(True)
        F.cross_entropy(model(leaf), y, reduction="sum").backward(inputs=[leaf])
        with torch.no_grad():
            point = project(candidate=point + step_size * leaf.grad.sign(), x=x, epsilon=epsilon)
    return point.detach()

# %% correct · delta_form
def pgd(model, x, y, epsilon, step_size, steps, project):
    delta = project(x + (torch.rand_like(x) - 0.5) * 2 * epsilon, x, epsilon) - x
    for _ in range(steps):
        d = delta.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(x + d), y, reduction='sum'), d)
        delta = project(x + d.detach() + step_size * g.sign(), x, epsilon) - x
    return (x + delta).detach()

# %% correct · descends_on_minus
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(-F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() - step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · distribution
def pgd(model, x, y, epsilon, step_size, steps, project):
    u = torch.distributions.Uniform(-epsilon, epsilon).sample(x.shape)
    here = project(x + u, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · keywords
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(candidate=x + epsilon * (2 * torch.rand_like(x) - 1), x=x, epsilon=epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(candidate=here + step_size * g.sign(), x=x, epsilon=epsilon)
    return here.detach()

# %% correct · looks_at_predictions
def pgd(model, x, y, epsilon, step_size, steps, project):
    with torch.no_grad():
        before = model(x).argmax(1)
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · noise_row_by_row
def pgd(model, x, y, epsilon, step_size, steps, project):
    noise = torch.stack([2 * torch.rand(x.shape[1:]) - 1 for _ in range(len(x))])
    here = project(x + epsilon * noise, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · numpy_noise
def pgd(model, x, y, epsilon, step_size, steps, project):
    import numpy as np
    noise = torch.from_numpy(np.random.uniform(-epsilon, epsilon, tuple(x.shape))).to(x.dtype)
    here = project(x + noise, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · own_generator
def pgd(model, x, y, epsilon, step_size, steps, project):
    generator = torch.Generator()
    generator.seed()
    noise = torch.rand(x.shape, generator=generator)
    here = project(x + epsilon * (2 * noise - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · plain
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · projects_by_itself
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (here + step_size * g.sign()).clamp(x - epsilon, x + epsilon).clamp(0, 1)
    return here

# %% correct · recursion
def pgd(model, x, y, epsilon, step_size, steps, project):
    slope_at = torch.func.grad(lambda pictures: F.cross_entropy(model(pictures), y))
    original = x.detach()

    def walk(here, left):
        if left == 0:
            return here
        candidate = here + step_size * torch.sign(slope_at(here))
        return walk(project(candidate, original, epsilon).detach(), left - 1)

    start = torch.lerp(original - epsilon, original + epsilon, torch.rand_like(original))
    return walk(project(start, original, epsilon).detach(), steps)

# %% correct · recursive
def pgd(model, x, y, epsilon, step_size, steps, project):
    def go(here, left):
        if not left:
            return here
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.nll_loss(F.log_softmax(model(leaf), 1), y), leaf)
        return go(project(here + step_size * g.sign(), x, epsilon), left - 1)
    return go(project(x + epsilon * (1 - 2 * torch.rand(x.shape)), x, epsilon), steps).detach()

# %% correct · scrambled_pixels
def pgd(model, x, y, epsilon, step_size, steps, project):
    u = torch.rand(x.numel())[torch.randperm(x.numel())].reshape(x.shape)
    here = project(x - epsilon + 2 * epsilon * u, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% correct · uniform_
def pgd(model, x, y, epsilon, step_size, steps, project):
    delta = torch.empty_like(x).uniform_(-epsilon, epsilon)
    here = project(x + delta, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · always_ten · wrong_number_of_steps
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(10):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · best_of_the_walk · not_the_last
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon).detach()
    best, highest = here.clone(), torch.full((len(x),), -torch.inf, dtype=x.dtype, device=x.device)
    for k in range(steps + 1):
        leaf = here.clone().requires_grad_(True)
        each = F.cross_entropy(model(leaf), y, reduction="none")
        better = each.detach() > highest
        best[better], highest[better] = here[better], each.detach()[better]
        if k < steps:
            (slope,) = torch.autograd.grad(each.sum(), leaf)
            here = project(here + step_size * slope.sign(), x, epsilon).detach()
    return best

# %% wrong · best_of_walk · wrong_number_of_steps
def pgd(model, x, y, epsilon, step_size, steps, project):
    x0 = x
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    best, value = here, -1.0
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
        now = float(F.cross_entropy(model(here), y))
        if _ == 0:
            best = here
    return best.detach()

# %% wrong · box_moves_along · projects_on_previous
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon).detach()
    for _ in range(steps):
        leaf = here.clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(here + step_size * slope.sign(), here, epsilon).detach()
    return here

# %% wrong · box_without_range · no_clamp
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = torch.clamp(leaf.detach() + step_size * g.sign(), x - epsilon, x + epsilon)
    return here.detach()

# %% wrong · by_itself_descends
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (here - step_size * g.sign()).clamp(x - epsilon, x + epsilon).clamp(0, 1)
    return here

# %% wrong · by_itself_first_pixel_stays
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (here + step_size * g.sign() * (torch.arange(x.shape[-1]) > 0)).clamp(x - epsilon, x + epsilon).clamp(0, 1)
    return here

# %% wrong · by_itself_no_box · no_projection
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (here + step_size * g.sign()).clamp(0, 1)
    return here

# %% wrong · by_itself_one_too_few · other_distance
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps - 1):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (here + step_size * g.sign()).clamp(x - epsilon, x + epsilon).clamp(0, 1)
    return here

# %% wrong · by_itself_softmax_first
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf).softmax(1), y), leaf)
        here = (here + step_size * g.sign()).clamp(x - epsilon, x + epsilon).clamp(0, 1)
    return here

# %% wrong · coin_start · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * torch.randn_like(x).sign(), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · descends · descends
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() - step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · flat · wrong_shape
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach().flatten(1)

# %% wrong · from_x_each_time · forgets_the_walk
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(x + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · gradients_left · gradients_left
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().clone().requires_grad_()
        F.cross_entropy(model(leaf), y).backward()
        here = project(leaf.detach() + step_size * leaf.grad.sign(), x, epsilon)
    return here.detach()

# %% wrong · gradients_piled_up · gradients_piled_up
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    leaf = here.detach().requires_grad_()
    for _ in range(steps):
        F.cross_entropy(model(leaf), y).backward(inputs=[leaf])
        with torch.no_grad():
            leaf.copy_(project(leaf + step_size * leaf.grad.sign(), x, epsilon))
    return leaf.detach()

# %% wrong · in_place · modifies_inputs
def pgd(model, x, y, epsilon, step_size, steps, project):
    original = x.clone()
    x.copy_(project(x + epsilon * (2 * torch.rand_like(x) - 1), original, epsilon))
    for _ in range(steps):
        leaf = x.detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        x.copy_(project(x + step_size * g.sign(), original, epsilon))
    return x.clone()

# %% wrong · keeps_graph · keeps_graph
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf + step_size * g.sign(), x, epsilon)
    return here

# %% wrong · last_step_unprojected · no_projection
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps - 1):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    leaf = here.detach().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return here + step_size * g.sign()

# %% wrong · left_frozen · model_changed
def pgd(model, x, y, epsilon, step_size, steps, project):
    model.requires_grad_(False)
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · left_in_train · model_changed
def pgd(model, x, y, epsilon, step_size, steps, project):
    model.train()
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · momentum · gradients_piled_up
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    v = torch.zeros_like(x)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        v = v + g
        here = project(leaf.detach() + step_size * v.sign(), x, epsilon)
    return here.detach()

# %% wrong · nll_of_logits · other_loss
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.nll_loss(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · no_model · never_asks_the_model
def pgd(model, x, y, epsilon, step_size, steps, project):
    return project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)

# %% wrong · no_projection · no_projection
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (leaf.detach() + step_size * g.sign()).clamp(0, 1)
    return here.detach()

# %% wrong · no_projection_no_clamp · no_projection
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = leaf.detach() + step_size * g.sign()
    return here.detach()

# %% wrong · no_random_start · no_random_start
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = x.clone()
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · noise_each_step
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign() + step_size * torch.randn_like(x), x, epsilon)
    return here.detach()

# %% wrong · normal_start · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * torch.randn_like(x), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · normalised · sign_missing
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g / g.flatten(1).norm(dim=1).reshape(-1, 1, 1, 1), x, epsilon)
    return here.detach()

# %% wrong · nothing · wrong_type
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)

# %% wrong · old_slopes_added · gradients_piled_up
def pgd(model, x, y, epsilon, step_size, steps, project):
    leaf = project(x + torch.empty_like(x).uniform_(-epsilon, epsilon), x, epsilon)
    leaf = leaf.detach().clone().requires_grad_(True)
    for _ in range(steps):
        F.cross_entropy(model(leaf), y).backward(inputs=[leaf])
        with torch.no_grad():
            leaf.copy_(project(leaf + step_size * leaf.grad.sign(), x, epsilon))
    return leaf.detach()

# %% wrong · one_number_a_picture · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand(len(x), 1, 1, 1) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · one_sided_start · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * torch.rand_like(x), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · one_start_for_all · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    u = (2 * torch.rand(x.shape[1:], dtype=x.dtype, device=x.device) - 1) * epsilon
    here = project(x + u, x, epsilon).detach()
    for _ in range(steps):
        leaf = here.clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * slope.sign(), x, epsilon)
    return here.detach()

# %% wrong · one_step · wrong_number_of_steps
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(1):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · one_too_few · wrong_number_of_steps
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps - 1):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · one_too_many · wrong_number_of_steps
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps + 1):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · own_seed · same_start
def pgd(model, x, y, epsilon, step_size, steps, project):
    generator = torch.Generator().manual_seed(1)
    here = project(x + epsilon * (2 * torch.rand(x.shape, generator=generator) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · perturbation_only · perturbation_only
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return (here - x).detach()

# %% wrong · predicted_label · predicted_label
def pgd(model, x, y, epsilon, step_size, steps, project):
    y = model(x).argmax(1)
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · projects_at_the_end · projects_at_the_end
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = leaf.detach() + step_size * g.sign()
    return project(here, x, epsilon).detach()

# %% wrong · projects_on_previous · projects_on_previous
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), leaf.detach(), epsilon)
    return here.detach()

# %% wrong · projects_on_start · projects_on_previous
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    first = here
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), first, epsilon)
    return here.detach()

# %% wrong · returns_in_loop · wrong_number_of_steps
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
        return here.detach()

# %% wrong · same_start_each_time · same_start
def pgd(model, x, y, epsilon, step_size, steps, project):
    generator = torch.Generator(device=x.device).manual_seed(0)
    u = torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device)
    here = project(x + (2 * u - 1) * epsilon, x, epsilon).detach()
    for _ in range(steps):
        leaf = here.clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(here + step_size * slope.sign(), x, epsilon).detach()
    return here

# %% wrong · seeded · same_start
def pgd(model, x, y, epsilon, step_size, steps, project):
    torch.manual_seed(0)
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · shared_noise · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x[:1]) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · sign_missing · sign_missing
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g, x, epsilon)
    return here.detach()

# %% wrong · slope_at_x · slope_at_x
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = x.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(here + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · slope_once · slope_at_x
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    leaf = here.detach().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    for _ in range(steps):
        here = project(here + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · softmax_first · other_loss
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf).softmax(1), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · start_never_used · no_random_start
def pgd(model, x, y, epsilon, step_size, steps, project):
    start = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    here = x
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · start_not_projected · start_outside
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = x + epsilon * (2 * torch.rand_like(x) - 1)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · start_too_far · start_outside
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + 2 * epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · start_within_a_step · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + step_size * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · step_is_epsilon · step_size_ignored
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + epsilon * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · step_is_share · step_size_ignored
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + epsilon / steps * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · stops_when_fooled · not_the_last
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + torch.empty_like(x).uniform_(-epsilon, epsilon), x, epsilon).detach()
    for _ in range(steps):
        leaf = here.clone().requires_grad_(True)
        logits = model(leaf)
        (slope,) = torch.autograd.grad(F.cross_entropy(logits, y), leaf)
        still_right = (logits.argmax(1) == y).reshape(-1, *[1] * (x.dim() - 1))
        stepped = project(here + step_size * slope.sign(), x, epsilon).detach()
        here = torch.where(still_right, stepped, here)
    return here

# %% wrong · tiny_start · start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + 0.001 * torch.randn_like(x), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% wrong · x_overwritten · projects_on_previous
def pgd(model, x, y, epsilon, step_size, steps, project):
    x = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        x = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return x.detach()

# %% noisy · bar
def pgd(model, x, y, epsilon, step_size, steps, project):
    from tqdm import tqdm
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in tqdm(range(steps)):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()

# %% noisy · talks
def pgd(model, x, y, epsilon, step_size, steps, project):
    import warnings
    warnings.warn('PGD')
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        print(float(g.abs().mean()))
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
