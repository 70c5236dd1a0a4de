# misconception: features_not_summed
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances.sqrt()).log_prob(x[:, None]).mean(-1) + priors.log()
