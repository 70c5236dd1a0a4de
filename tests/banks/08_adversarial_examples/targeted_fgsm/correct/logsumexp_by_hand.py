def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    logits = model(leaf)
    loss = (logits.logsumexp(1) - logits.gather(1, target[:, None]).squeeze(1)).sum()
    (g,) = torch.autograd.grad(loss, leaf)
    return torch.minimum(torch.maximum(x - epsilon * g.sign(), torch.as_tensor(low)), torch.as_tensor(high))
