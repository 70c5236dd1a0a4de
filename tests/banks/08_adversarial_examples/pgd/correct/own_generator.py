def pgd(model, x, y, epsilon, step_size, steps, project):
    generator = torch.Generator()
    generator.seed()
    noise = torch.rand(x.shape, generator=generator)
    here = project(x + epsilon * (2 * noise - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        here = project(leaf.detach() + step_size * g.sign(), x, epsilon)
    return here.detach()
