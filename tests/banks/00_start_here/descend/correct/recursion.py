def descend(loss, start, lr, steps):
    if steps == 0:
        return start.clone()
    leaf = start.clone().detach().requires_grad_()
    loss(leaf).backward()
    return descend(loss, start.detach() - lr * leaf.grad, lr, steps - 1)
