# misconception: unrecognised
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return slope.flatten(1).square().sum(1).mean() - 1
