# misconception: one_for_all
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g[:1].sign()).clamp(low, high)
