# misconception: projects_on_previous
def pgd(model, x, y, epsilon, step_size, steps, project):
    x = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        x = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return x.detach()
