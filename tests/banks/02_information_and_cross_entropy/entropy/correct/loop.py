import math
import torch


def entropy(p, base=2.0):
    total = torch.tensor(0.0)
    for share in p:
        if share > 0:
            total = total - share * torch.log(share) / math.log(base)
    return total
