# misconception: gradients_left
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    for _ in range(steps):
        leaf = here.detach().clone().requires_grad_()
        F.cross_entropy(model(leaf), y).backward()
        here = project(leaf.detach() + step_size * leaf.grad.sign(), x, epsilon)
    return here.detach()
