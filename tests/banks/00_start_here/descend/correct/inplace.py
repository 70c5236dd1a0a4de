def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        if x.grad is not None:
            x.grad.zero_()
        loss(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
    return x.detach()
