def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().detach()
    leaf.requires_grad = True
    loss = F.cross_entropy(model(leaf), y, reduction='sum')
    g = torch.autograd.grad(loss, leaf)[0]
    return torch.clamp(x + epsilon * torch.sign(g), min=low, max=high)
