# misconception: features_not_summed
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    return priors.log() + Normal(means, variances.sqrt()).log_prob(x[:, None]).exp().sum(-1).log()
