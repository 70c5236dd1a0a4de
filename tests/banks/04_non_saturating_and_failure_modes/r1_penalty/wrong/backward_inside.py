# misconception: leaves_gradients
def r1_penalty(discriminator, real, gamma):
    x = real.detach().requires_grad_(True)
    discriminator(x).sum().backward(create_graph=True)
    return gamma / 2 * x.grad.square().sum(dim=1).mean()
