def r1_penalty(discriminator, real, gamma):
    with torch.enable_grad():
        x = real.detach().requires_grad_(True)
        (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        return (slope.double().square().sum(dim=-1).mean() * gamma / 2).float()
