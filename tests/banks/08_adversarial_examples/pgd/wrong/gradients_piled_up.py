# misconception: gradients_piled_up
def pgd(model, x, y, epsilon, step_size, steps, project):
    here = project(x + epsilon * (2 * torch.rand_like(x) - 1), x, epsilon)
    leaf = here.detach().requires_grad_()
    for _ in range(steps):
        F.cross_entropy(model(leaf), y).backward(inputs=[leaf])
        with torch.no_grad():
            leaf.copy_(project(leaf + step_size * leaf.grad.sign(), x, epsilon))
    return leaf.detach()
