def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).detach()
    slope = torch.func.vmap(torch.func.grad(lambda t: critic(t.unsqueeze(0)).sum()))(between)
    norm = slope.flatten(1).norm(dim=1)
    return ((norm - 1) ** 2).mean()
