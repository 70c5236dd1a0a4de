def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    F.cross_entropy(model(leaf), y).backward(inputs=[leaf])
    return (leaf.detach() + epsilon * leaf.grad.sign()).clamp(low, high)
