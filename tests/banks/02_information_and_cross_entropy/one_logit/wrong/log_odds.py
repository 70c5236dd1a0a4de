# misconception: overflows
import torch


def one_logit(outputs):
    p = outputs.softmax(dim=1)
    return torch.log(p[:, 1]) - torch.log(p[:, 0])
