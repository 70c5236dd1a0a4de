def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_(True)
    loss = nn.CrossEntropyLoss()(model(leaf), target)
    model.zero_grad()
    loss.backward()
    step = epsilon * leaf.grad.sign()
    model.zero_grad()
    return (x - step).clamp(low, high).detach()
