# misconception: wrong_number_of_steps
def descend(loss, start, lr, steps):
    x = start.clone()
    for _ in range(1, steps):
        leaf = x.detach().requires_grad_()
        loss(leaf).backward()
        x = leaf.detach() - lr * leaf.grad
    return x
