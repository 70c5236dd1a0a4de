def pgd(model, x, y, epsilon, step_size, steps, project):
    noise = torch.stack([2 * torch.rand(x.shape[1:]) - 1 for _ in range(len(x))])
    here = project(x + epsilon * noise, x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
