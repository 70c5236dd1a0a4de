# misconception: wrong_base
import torch


def information(p, base=2.0):
    return -torch.log(p)
