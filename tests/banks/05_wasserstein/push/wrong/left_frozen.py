# misconception: left_frozen
def push(critic, x, loss):
    critic.requires_grad_(False)
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope
