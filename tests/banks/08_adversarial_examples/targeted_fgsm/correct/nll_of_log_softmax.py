def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    delta = torch.zeros_like(x, requires_grad=True)
    loss = F.nll_loss(F.log_softmax(model(x + delta), dim=1), target)
    (g,) = torch.autograd.grad(loss, [delta])
    with torch.no_grad():
        return torch.clamp(x - epsilon * g.sign(), low, high)
