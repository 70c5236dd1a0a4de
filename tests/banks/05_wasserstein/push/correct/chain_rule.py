def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    values = critic(x)
    leaf = values.detach().requires_grad_()
    (outer,) = torch.autograd.grad(loss(leaf), leaf)
    (slope,) = torch.autograd.grad(values, x, grad_outputs=outer)
    return -len(x) * slope
