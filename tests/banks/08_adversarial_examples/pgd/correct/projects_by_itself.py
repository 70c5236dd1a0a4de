def pgd(model, x, y, epsilon, step_size, steps, project):
    here = (x + epsilon * (2 * torch.rand_like(x) - 1)).clamp(0, 1)
    for _ in range(steps):
        leaf = here.clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = (here + step_size * g.sign()).clamp(x - epsilon, x + epsilon).clamp(0, 1)
    return here
