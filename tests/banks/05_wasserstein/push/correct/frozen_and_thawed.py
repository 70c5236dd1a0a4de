def push(critic, x, loss):
    for p in critic.parameters():
        p.requires_grad_(False)
    x = x.detach().clone().requires_grad_()
    loss(critic(x)).backward()
    for p in critic.parameters():
        p.requires_grad_(True)
    return x.grad.mul(-len(x))
