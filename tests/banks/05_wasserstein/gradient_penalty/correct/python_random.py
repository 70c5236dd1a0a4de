def gradient_penalty(critic, real, fake):
    import random
    epsilon = torch.tensor([random.random() for _ in real]).reshape(-1, *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
