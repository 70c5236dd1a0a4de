# misconception: direction_only
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    f = -len(x) * slope
    return f / f.flatten(1).norm(dim=1).reshape(-1, *[1] * (f.dim() - 1))
