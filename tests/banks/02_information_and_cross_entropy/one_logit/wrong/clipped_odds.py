# misconception: overflows
import torch


def one_logit(outputs):
    p = outputs.softmax(dim=1)[:, 1].clamp(1e-7, 1 - 1e-7)
    return torch.log(p / (1 - p))
