# misconception: gradients_left
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    F.cross_entropy(model(leaf), y).backward()
    return (x + epsilon * leaf.grad.sign()).clamp(low, high)
