import numpy as np
import torch


def entropy(p, base=2.0):
    values = p.numpy()
    values = values[values > 0]
    return torch.tensor(-(values * np.log(values)).sum() / np.log(base))
