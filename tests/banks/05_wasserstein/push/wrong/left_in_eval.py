# misconception: left_in_eval
def push(critic, x, loss):
    critic.eval()
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -len(x) * slope
