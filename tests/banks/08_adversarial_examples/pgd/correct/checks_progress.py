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
