def descend(loss, start, lr, steps):
    x = torch.nn.Parameter(start.clone())
    while steps > 0:
        x.grad = None
        loss(x).backward()
        x.data = x.data - lr * x.grad
        steps -= 1
    return x.data
