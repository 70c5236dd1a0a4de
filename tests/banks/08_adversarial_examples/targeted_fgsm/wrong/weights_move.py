# misconception: model_changed
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    loss = F.cross_entropy(model(leaf), target)
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    opt.zero_grad()
    loss.backward()
    opt.step()
    opt.zero_grad()
    return (x - epsilon * leaf.grad.sign()).clamp(low, high)
