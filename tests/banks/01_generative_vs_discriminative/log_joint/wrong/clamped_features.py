# misconception: underflow
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    each = Normal(means, variances.sqrt()).log_prob(x[:, None]).clamp_min(-50)
    return priors.log() + each.sum(-1)
