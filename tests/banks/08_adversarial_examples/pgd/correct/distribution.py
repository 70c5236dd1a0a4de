def pgd(model, x, y, epsilon, step_size, steps, project):
    u = torch.distributions.Uniform(-epsilon, epsilon).sample(x.shape)
    here = project(x + u, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
