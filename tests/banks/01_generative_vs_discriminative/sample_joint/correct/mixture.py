import torch


def sample_joint(n, priors, means, factors):
    y = torch.distributions.Multinomial(1, probs=priors).sample((n,)).argmax(-1)
    z = torch.randn(n, 1, means.shape[1])
    x = (z @ factors[y].mT)[:, 0] + means.index_select(0, y)
    return x, y.to(torch.int32)
