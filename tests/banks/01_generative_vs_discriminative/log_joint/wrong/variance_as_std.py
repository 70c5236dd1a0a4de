# misconception: variance_mistaken
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return Normal(means, variances).log_prob(x[:, None]).sum(-1) + priors.log()
