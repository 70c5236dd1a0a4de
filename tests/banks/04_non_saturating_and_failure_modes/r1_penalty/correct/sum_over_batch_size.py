def r1_penalty(discriminator, real, gamma):
    x = torch.autograd.Variable(real.data, requires_grad=True)
    g = torch.autograd.grad(torch.sum(discriminator(x)), x, create_graph=True)
    return gamma * torch.sum(g[0] ** 2) / (2 * x.size(0))
