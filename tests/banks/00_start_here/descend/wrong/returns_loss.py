# misconception: wrong_type
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(steps):
        leaf = x.detach().requires_grad_()
        value = loss(leaf)
        value.backward()
        x = leaf.detach() - lr * leaf.grad
    return loss(x).item()
