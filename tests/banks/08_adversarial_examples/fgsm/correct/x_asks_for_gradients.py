def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    x.requires_grad_(True)
    loss = F.cross_entropy(model(x), y)
    g = torch.autograd.grad(loss, x)[0]
    x.requires_grad_(False)
    return (x + epsilon * g.sign()).clamp(low, high)
