def r1_penalty(discriminator, real, gamma):
    x = torch.randn_like(real).requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()
