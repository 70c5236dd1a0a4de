# misconception: raises
def push(critic, x, loss):
    loss(critic(x)).backward()
    return -len(x) * x.grad
