def pgd(model, x, y, epsilon, step_size, steps, project):
    delta = project(x + (torch.rand_like(x) - 0.5) * 2 * epsilon, x, epsilon) - x
    for _ in range(steps):
        d = delta.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(x + d), y, reduction='sum'), d)
        delta = project(x + d.detach() + step_size * g.sign(), x, epsilon) - x
    return (x + delta).detach()
