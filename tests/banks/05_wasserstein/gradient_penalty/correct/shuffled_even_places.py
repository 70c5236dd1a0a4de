def gradient_penalty(critic, real, fake):
    n = len(real)
    places = (torch.randperm(n) + torch.rand(n)) / n
    epsilon = places.reshape(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
