def push(critic, x, loss):
    slope = torch.autograd.functional.jacobian(lambda t: loss(critic(t)), x)
    return -len(x) * slope
