# misconception: modifies_inputs
def pgd(model, x, y, epsilon, step_size, steps, project):
    original = x.clone()
    x.copy_(project(x + epsilon * (2 * torch.rand_like(x) - 1), original, epsilon))
    for _ in range(steps):
        leaf = x.detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        x.copy_(project(x + step_size * g.sign(), original, epsilon))
    return x.clone()
