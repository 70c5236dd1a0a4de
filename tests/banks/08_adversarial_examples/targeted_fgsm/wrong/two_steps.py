def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    z = x
    for _ in range(2):
        leaf = z.detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
        z = (z - epsilon * g.sign()).clamp(low, high)
    return z.detach()
