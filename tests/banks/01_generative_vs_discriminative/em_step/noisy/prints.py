import torch
import torch.nn.functional as F


def em_step(x, y, scores):
    γ = scores.softmax(1)
    known = y >= 0
    print(int((~known).sum()), "ohne Etikett")
    γ[known] = F.one_hot(y[known], scores.shape[1]).float()
    n = γ.sum(0)
    μ = γ.T @ x / n[:, None]
    return n / len(x), μ, (γ[..., None] * (x[:, None] - μ) ** 2).sum(0) / n[:, None]
