from functools import reduce
def descend(loss, start, lr, steps):
    def move(x, _):
        leaf = x.detach().requires_grad_()
        return (leaf - lr * torch.autograd.grad(loss(leaf), leaf)[0]).detach()
    return reduce(move, range(steps), start.clone())
