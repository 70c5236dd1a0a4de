# misconception: raises
def r1_penalty(discriminator, real, gamma):
    x = real.detach()
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()
