def gradient_penalty(critic, real, fake):
    epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
    between = (epsilon * real + (1 - epsilon) * fake).requires_grad_()
    out = critic(between).double().sum()
    (slope,) = torch.autograd.grad(out, between, create_graph=True)
    norm = slope.double().flatten(start_dim=1).norm(p=2, dim=-1)
    return torch.sum((norm - 1.0) ** 2) / norm.numel()
