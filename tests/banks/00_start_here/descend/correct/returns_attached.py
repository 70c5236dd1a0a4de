def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        (g,) = torch.autograd.grad(loss(x), x)
        x = (x - lr * g).detach().requires_grad_()
    return x
