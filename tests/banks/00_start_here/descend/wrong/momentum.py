def descend(loss, start, lr, steps):
    x, v = start.clone(), torch.zeros_like(start)
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        v = 0.9 * v + leaf.grad
        x = leaf.detach() - lr * v
    return x
