# misconception: unrecognised
def descend(loss, start, lr, steps):
    x = start.clone()
    for i in range(steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr / (i + 1) * leaf.grad
    return x
