# misconception: overflows
import torch


def one_logit(outputs):
    return torch.logit(outputs.softmax(dim=1)[:, 1])
