# misconception: raises
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    with torch.no_grad():
        leaf = x.clone()
        loss = F.cross_entropy(model(leaf), y)
    loss.backward()
    return (x + epsilon * leaf.grad.sign()).clamp(low, high)
