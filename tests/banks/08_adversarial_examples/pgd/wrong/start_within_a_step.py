# misconception: start_not_uniform
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + step_size * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
