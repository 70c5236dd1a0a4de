# misconception: modifies_inputs
def descend(loss, start, lr, steps):
    start.requires_grad_()
    for _ in range(steps):
        (g,) = torch.autograd.grad(loss(start), start)
        with torch.no_grad():
            start -= lr * g
    return start.detach()
