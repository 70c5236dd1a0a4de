def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    F.cross_entropy(model(leaf), target).backward(inputs=[leaf])
    return (leaf.detach() - epsilon * leaf.grad.sign()).clamp(low, high)
