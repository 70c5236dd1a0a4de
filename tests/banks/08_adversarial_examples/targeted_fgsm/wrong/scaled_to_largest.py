# misconception: sign_missing
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    return (x - epsilon * g / g.abs().max()).clamp(low, high)
