# misconception: left_in_eval
def r1_penalty(discriminator, real, gamma):
    discriminator.eval()
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.square().sum(dim=1).mean()
