# misconception: modifies_inputs
def push(critic, x, loss):
    t = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(t)), t)
    x += 0.1 * slope
    return -len(x) * slope
