# misconception: unrecognised
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    f = -len(x) * slope
    return f.mean(0, keepdim=True).expand_as(f)
