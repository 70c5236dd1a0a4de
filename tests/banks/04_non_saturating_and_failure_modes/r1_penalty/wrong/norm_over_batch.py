# misconception: norm_of_batch
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * slope.norm(dim=0).square().mean()
