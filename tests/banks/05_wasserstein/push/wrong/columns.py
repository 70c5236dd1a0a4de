# misconception: wrong_factor
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -x.shape[1] * slope
