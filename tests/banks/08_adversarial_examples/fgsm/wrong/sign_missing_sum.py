# misconception: sign_missing
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y, reduction='sum'), leaf)
    return (x + epsilon * g).clamp(low, high)
