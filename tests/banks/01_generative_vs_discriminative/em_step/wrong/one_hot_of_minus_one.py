# misconception: raises
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    r = torch.where((y >= 0)[:, None], F.one_hot(y, scores.shape[1]).float(), scores.softmax(1))
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]
