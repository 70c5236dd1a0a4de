# misconception: hard_assignment
import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    guess = torch.where(y >= 0, y, scores.argmax(1))
    r = F.one_hot(guess, scores.shape[1]).float()
    n = r.sum(0)
    m = r.T @ x / n[:, None]
    return n / len(x), m, (r[..., None] * (x[:, None] - m) ** 2).sum(0) / n[:, None]
