import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    known = y != -1
    rows = torch.cat([x[known], x[~known]])
    r = torch.cat([F.one_hot(y[known], scores.shape[1]).float(), scores[~known].softmax(-1)])
    n = r.sum(0)
    means = (r.T @ rows) / n.view(-1, 1)
    spread = [r[:, k] @ (rows - means[k]) ** 2 / n[k] for k in range(len(n))]
    return [n / rows.shape[0], means, torch.stack(spread)]
