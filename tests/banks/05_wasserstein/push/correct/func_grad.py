def push(critic, x, loss):
    slope = torch.func.grad(lambda t: loss(critic(t)).squeeze())(x)
    return -x.shape[0] * slope
