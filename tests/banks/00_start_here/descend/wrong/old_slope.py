# misconception: old_slope
def descend(loss, start, lr, steps):
    leaf = start.clone().requires_grad_()
    loss(leaf).backward()
    x = start.clone()
    for _ in range(steps):
        x = x - lr * leaf.grad
    return x
