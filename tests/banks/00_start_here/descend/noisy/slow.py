import time

def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        time.sleep(0.01)
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad
    return x
