# misconception: other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.nll_loss(model(leaf), target), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)
