# misconception: slope_in_weights
def r1_penalty(discriminator, real, gamma):
    weights = list(discriminator.parameters())
    slopes = torch.autograd.grad(discriminator(real).mean(), weights, create_graph=True)
    return gamma / 2 * sum((s**2).sum() for s in slopes)
