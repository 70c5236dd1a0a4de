# misconception: raises
def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between), between, torch.ones(len(real), 1, 1), create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
