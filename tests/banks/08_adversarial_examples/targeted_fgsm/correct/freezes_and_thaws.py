def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    kept = [p.requires_grad for p in model.parameters()]
    for p in model.parameters():
        p.requires_grad_(False)
    leaf = x.clone().requires_grad_()
    F.cross_entropy(model(leaf), target).backward()
    for p, k in zip(model.parameters(), kept):
        p.requires_grad_(k)
    return (x - epsilon * leaf.grad.sign()).clamp(low, high).detach()
