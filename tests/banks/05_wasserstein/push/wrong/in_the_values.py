# misconception: not_one_per_coordinate
def push(critic, x, loss):
    values = critic(x).detach().requires_grad_()
    (slope,) = torch.autograd.grad(loss(values), values)
    return -len(x) * slope
