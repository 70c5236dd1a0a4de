def r1_penalty(discriminator, real, gamma):
    slope = torch.autograd.functional.jacobian(
        lambda x: discriminator(x).sum(), real.detach(), create_graph=True
    )
    return gamma / 2 * (slope * slope).sum(dim=1).mean()
