import torch


def information(p, base=2.0):
    return -p.log() / torch.log(torch.tensor(base))
