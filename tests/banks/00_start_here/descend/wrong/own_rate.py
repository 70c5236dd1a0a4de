# misconception: rate_ignored
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - 0.1 * leaf.grad
    return x
