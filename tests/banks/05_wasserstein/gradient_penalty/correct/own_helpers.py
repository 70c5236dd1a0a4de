def _between(a, b):
    share = torch.rand(a.shape[:1])
    while share.dim() < a.dim():
        share = share.unsqueeze(-1)
    return (a * share + b * (1 - share)).requires_grad_(True)


def _steepness(critic, x):
    y = critic(x)
    g = torch.autograd.grad([y], [x], [torch.ones_like(y)], create_graph=True)[0]
    return g.reshape(g.shape[0], -1).norm(dim=1)


def gradient_penalty(critic, real, fake):
    return (_steepness(critic, _between(real, fake)) - 1).pow(2).mean()
