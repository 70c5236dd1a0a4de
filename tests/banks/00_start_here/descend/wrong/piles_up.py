# misconception: gradients_piled_up
def descend(loss, start, lr, steps):
    x = start.clone().requires_grad_()
    for _ in range(steps):
        loss(x).backward()
        with torch.no_grad():
            x -= lr * x.grad
    return x.detach()
