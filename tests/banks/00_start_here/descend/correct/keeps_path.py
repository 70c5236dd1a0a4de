def descend(loss, start, lr, steps):
    path = [start.clone()]
    for _ in range(steps):
        x = path[-1].clone().requires_grad_()
        loss(x).backward()
        path.append((x - lr * x.grad).detach())
    return path[-1]
