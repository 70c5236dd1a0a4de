# misconception: minus_one_as_class
import torch


def em_step(x, y, scores):
    r = torch.eye(scores.shape[1])[y]
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]
