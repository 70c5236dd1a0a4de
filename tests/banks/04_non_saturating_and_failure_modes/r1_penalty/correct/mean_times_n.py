def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(x).mean(), x, create_graph=True)
    slope = slope * x.shape[0]
    return gamma / 2 * torch.einsum("nd,nd->n", slope, slope).mean()
