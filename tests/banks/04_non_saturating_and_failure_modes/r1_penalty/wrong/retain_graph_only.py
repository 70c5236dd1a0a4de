# misconception: create_graph_missing
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    slope = torch.autograd.grad(discriminator(x).sum(), x, retain_graph=True)[0]
    slope.requires_grad_(True)
    return gamma / 2 * slope.square().sum(dim=1).mean()
