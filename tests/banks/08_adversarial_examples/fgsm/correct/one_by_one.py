def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    rows = []
    for i in range(len(x)):
        leaf = x[i : i + 1].detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y[i : i + 1]), leaf)
        rows.append((leaf.detach() + epsilon * g.sign()).clamp(low, high))
    return torch.cat(rows)
