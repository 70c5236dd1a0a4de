# misconception: not_one_per_coordinate
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return (len(x) * slope).flatten(1).norm(dim=1)
