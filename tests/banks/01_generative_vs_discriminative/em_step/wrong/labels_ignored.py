# misconception: labels_ignored
import torch


def em_step(x, y, scores):
    r = scores.softmax(1)
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]
