def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().detach()
    leaf.requires_grad = True
    loss = F.cross_entropy(model(leaf), target, reduction='sum')
    g = torch.autograd.grad(loss, leaf)[0]
    return torch.clamp(x - epsilon * torch.sign(g), min=low, max=high)
