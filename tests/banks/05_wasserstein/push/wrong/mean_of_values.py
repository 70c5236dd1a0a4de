# misconception: loss_left_out
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(critic(x).mean(), x)
    return len(x) * slope
