def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    norm = slope.pow(2).reshape(len(real), -1).sum(1).add(1e-12).sqrt()
    return torch.mean((1 - norm) ** 2)
