def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        here.requires_grad_(True)
        F.cross_entropy(model(here), y).backward(inputs=[here])
        with torch.no_grad():
            here = project(here + step_size * here.grad.sign(), x, epsilon)
    return here
