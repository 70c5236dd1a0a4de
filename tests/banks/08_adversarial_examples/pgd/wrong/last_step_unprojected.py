# misconception: no_projection
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps - 1):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    leaf = here.detach().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return here + step_size * g.sign()
