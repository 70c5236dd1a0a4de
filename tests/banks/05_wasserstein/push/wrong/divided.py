# misconception: batch_share_kept
def push(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    (slope,) = torch.autograd.grad(loss(critic(x)), x)
    return -slope / len(x)
