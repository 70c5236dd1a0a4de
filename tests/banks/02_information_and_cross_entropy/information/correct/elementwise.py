import math
import torch


def information(p, base=2.0):
    flat = [-math.log(float(value), base) for value in p.reshape(-1)]
    return torch.tensor(flat).reshape(p.shape)
