import math
import torch


def kl_divergence(p, q, base=2.0):
    C = torch.distributions.Categorical
    return torch.distributions.kl_divergence(C(probs=p), C(probs=q)) / math.log(base)
