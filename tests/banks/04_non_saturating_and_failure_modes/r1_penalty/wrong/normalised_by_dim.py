def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma * slope.square().sum(dim=1).mean() / 3
