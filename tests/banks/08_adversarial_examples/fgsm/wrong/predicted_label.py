# misconception: predicted_label
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    out = model(leaf)
    (g,) = torch.autograd.grad(F.cross_entropy(out, out.argmax(1)), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)
