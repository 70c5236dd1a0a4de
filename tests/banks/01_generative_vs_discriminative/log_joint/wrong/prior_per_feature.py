# misconception: prior_not_log
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return (Normal(means, variances.sqrt()).log_prob(x[:, None]) + priors.log()[:, None]).sum(-1)
