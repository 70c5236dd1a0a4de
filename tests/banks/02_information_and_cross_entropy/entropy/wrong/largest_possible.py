# misconception: of_uniform
import math
import torch


def entropy(p, base=2.0):
    return torch.tensor(math.log(len(p), base))
