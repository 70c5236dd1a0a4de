# misconception: not_a_logarithm
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return priors * Normal(means, variances.sqrt()).log_prob(x[:, None]).exp().prod(-1)
