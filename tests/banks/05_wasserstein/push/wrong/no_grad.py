# misconception: cut
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    with torch.no_grad():
        value = loss(critic(x))
    value.backward()
    return -len(x) * x.grad
