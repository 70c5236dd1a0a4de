def generator_slopes(logits):
    a = logits.clone().requires_grad_(True)
    (first,) = torch.autograd.grad(-F.softplus(a).mean(), a)
    (second,) = torch.autograd.grad(F.softplus(-a).mean(), a)
    return first, second
