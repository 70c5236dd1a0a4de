import torch
from torch.distributions import Categorical, MultivariateNormal


def sample_joint(n, priors, means, factors):
    y = Categorical(probs=priors).sample((n,))
    x = MultivariateNormal(means[y], scale_tril=factors[y]).sample()
    return x, y
