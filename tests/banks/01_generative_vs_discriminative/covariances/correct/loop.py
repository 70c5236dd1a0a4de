import torch


def covariances(x, y, means, shared):
    k, d = means.shape
    out = torch.zeros(k, d, d)
    for c in range(k):
        rows = range(len(x)) if shared else [i for i in range(len(x)) if y[i] == c]
        for i in rows:
            e = x[i] - means[y[i]]
            out[c] += torch.outer(e, e) / len(rows)
    return out
