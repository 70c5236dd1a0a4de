import warnings
def push(critic, x, loss):
    warnings.warn('push')
    δ = x.detach().clone().requires_grad_()
    loss(critic(δ)).backward()
    return -len(δ) * δ.grad
