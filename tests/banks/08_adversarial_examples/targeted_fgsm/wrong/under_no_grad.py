# misconception: raises
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    with torch.no_grad():
        leaf = x.clone()
        loss = F.cross_entropy(model(leaf), target)
    loss.backward()
    return (x - epsilon * leaf.grad.sign()).clamp(low, high)
