import torch


def em_step(x, y, scores):
    n, k = scores.shape
    r = torch.zeros(n, k)
    for i in range(n):
        if y[i] >= 0:
            r[i, y[i]] = 1.0
        else:
            r[i] = torch.softmax(scores[i], 0)
    priors, means, variances = [], [], []
    for c in range(k):
        w = r[:, c]
        mean = (w[:, None] * x).sum(0) / w.sum()
        priors.append(w.mean())
        means.append(mean)
        variances.append((w[:, None] * (x - mean) ** 2).sum(0) / w.sum())
    return torch.stack(priors), torch.stack(means), torch.stack(variances)
