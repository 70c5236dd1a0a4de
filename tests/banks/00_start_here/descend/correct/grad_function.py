def descend(loss, start, lr, steps):
    x = start
    for i in range(steps):
        x = x.detach().requires_grad_()
        (g,) = torch.autograd.grad(loss(x), [x])
        x = (x - lr * g).detach()
    return x
