def descend(loss, start, lr, steps):
    def gradient(at):
        leaf = at.clone().requires_grad_()
        loss(leaf).backward()
        return leaf.grad

    point = start.clone()
    for _ in range(steps):
        point = point - lr * gradient(point)
    return point
