# misconception: wrong_type
import torch


def one_logit(outputs):
    return torch.stack([-outputs[:, 1], outputs[:, 1] - outputs[:, 0]], dim=1)
