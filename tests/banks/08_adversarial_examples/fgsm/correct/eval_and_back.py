def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    mode = model.training
    model.eval()
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    model.train(mode)
    return x.add(g.sign(), alpha=+epsilon).clamp(low, high)
