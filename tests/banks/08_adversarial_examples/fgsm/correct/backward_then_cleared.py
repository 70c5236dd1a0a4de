def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_(True)
    loss = nn.CrossEntropyLoss()(model(leaf), y)
    model.zero_grad()
    loss.backward()
    step = epsilon * leaf.grad.sign()
    model.zero_grad()
    return (x + step).clamp(low, high).detach()
