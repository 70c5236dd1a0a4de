import math
import torch


def entropy(p, base=2.0):
    return torch.distributions.Categorical(probs=p).entropy() / math.log(base)
