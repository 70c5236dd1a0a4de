import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    missing = (y == -1).unsqueeze(1)
    r = torch.where(missing, F.softmax(scores, 1), F.one_hot(y.clamp(min=0), scores.size(1)).float())
    n = r.sum(0)
    means = torch.einsum("nk,nd->kd", r, x) / n[:, None]
    squares = torch.einsum("nk,nkd->kd", r, (x[:, None] - means).square())
    return n / n.sum(), means, squares / n[:, None]
