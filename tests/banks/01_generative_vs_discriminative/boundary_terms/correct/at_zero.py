import torch
from torch.distributions import MultivariateNormal


def boundary_terms(priors, means, covariances):
    zero = torch.zeros(means.shape[1])
    height = MultivariateNormal(means, covariances).log_prob(zero) + priors.log()
    inverse = covariances.inverse()
    pull = (inverse @ means.unsqueeze(2)).squeeze(2)
    return (inverse[0] - inverse[1]) / 2, pull[1] - pull[0], height[1] - height[0]
