def push(critic, x, loss):
    x = x.clone()
    x.requires_grad = True
    loss(critic(x)).backward()
    return -x.shape[0] * x.grad
