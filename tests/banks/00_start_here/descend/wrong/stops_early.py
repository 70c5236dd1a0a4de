def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        if leaf.grad.norm() < 0.5:
            break
        x = leaf.detach() - lr * leaf.grad
    return x
