# misconception: underflow
import torch
from torch.distributions import Normal


def log_joint(x, priors, means, variances):
    density = Normal(means, variances.sqrt()).log_prob(x[:, None]).double().exp()
    return torch.log((priors * density.prod(dim=-1)).clamp_min(1e-300)).float()
