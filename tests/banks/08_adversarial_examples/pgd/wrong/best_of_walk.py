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
