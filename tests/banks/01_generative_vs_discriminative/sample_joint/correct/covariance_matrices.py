import torch


def sample_joint(n, priors, means, factors):
    covariances = factors @ factors.transpose(1, 2)
    y = torch.multinomial(priors, n, True)
    gauss = torch.distributions.MultivariateNormal(means.double(), covariances.double())
    every = gauss.sample((n,))
    return every[torch.arange(n), y].float(), y
