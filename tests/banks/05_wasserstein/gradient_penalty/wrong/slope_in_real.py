# misconception: unrecognised
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    real = real.clone().requires_grad_()
    between = epsilon * real + (1 - epsilon) * fake
    (slope,) = torch.autograd.grad(critic(between).sum(), real, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
