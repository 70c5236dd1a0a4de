def pgd(model, x, y, epsilon, step_size, steps, project):
    def go(here, left):
        if not left:
            return here
        leaf = here.detach().requires_grad_()
        (g,) = torch.autograd.grad(F.nll_loss(F.log_softmax(model(leaf), 1), y), leaf)
        return go(project(here + step_size * g.sign(), x, epsilon), left - 1)
    return go(project(x + epsilon * (1 - 2 * torch.rand(x.shape)), x, epsilon), steps).detach()
