# misconception: cut
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    value = loss(critic(x).detach())
    (slope,) = torch.autograd.grad(value, x)
    return -len(x) * slope
