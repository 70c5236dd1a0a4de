def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(candidate=x + epsilon * (2 * torch.rand_like(x) - 1), x=x, epsilon=epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(candidate=here + step_size * g.sign(), x=x, epsilon=epsilon)
    return here.detach()
