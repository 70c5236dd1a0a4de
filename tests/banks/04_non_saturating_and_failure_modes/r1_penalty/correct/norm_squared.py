def r1_penalty(discriminator, real, gamma):
    x = real.detach().clone()
    x.requires_grad = True
    slope = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)[0]
    return (gamma / 2) * (slope.flatten(1).norm(2, dim=1) ** 2).mean()
