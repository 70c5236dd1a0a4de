def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    loss = -F.cross_entropy(model(leaf), y)
    (g,) = torch.autograd.grad(loss, leaf)
    return (x - epsilon * g.sign()).clamp(low, high)
