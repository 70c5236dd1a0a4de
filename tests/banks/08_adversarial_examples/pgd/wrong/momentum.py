# misconception: gradients_piled_up
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    v = torch.zeros_like(x)
    for _ in range(steps):
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        v = v + g
        here = project(leaf.detach() + step_size * v.sign(), x, epsilon)
    return here.detach()
