# misconception: no_prior
import math

from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).sum(-1) - math.log(len(priors))
