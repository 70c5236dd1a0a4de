def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    z = x + epsilon * (2 * torch.rand_like(x) - 1)
    leaf = z.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (z + epsilon * g.sign()).clamp(low, high).detach()
