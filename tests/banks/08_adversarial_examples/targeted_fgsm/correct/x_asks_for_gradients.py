def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    x.requires_grad_(True)
    loss = F.cross_entropy(model(x), target)
    g = torch.autograd.grad(loss, x)[0]
    x.requires_grad_(False)
    return (x - epsilon * g.sign()).clamp(low, high)
