def pgd(model, x, y, epsilon, step_size, steps, project):
    delta = torch.empty_like(x).uniform_(-epsilon, epsilon)
    here = project(x + delta, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
