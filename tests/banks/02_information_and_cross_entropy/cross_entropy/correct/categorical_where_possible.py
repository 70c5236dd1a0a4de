import math
import torch


def cross_entropy(p, q, base=2.0):
    if bool(((q == 0) & (p > 0)).any()):
        return torch.tensor(float("inf"))
    surprise = -torch.distributions.Categorical(probs=q).logits
    return (p * surprise).sum() / math.log(base)
