import numpy as np
import torch


def em_step(x, y, scores):
    r = scores.softmax(1).numpy().copy()
    known = (y >= 0).numpy()
    r[known] = np.eye(r.shape[1], dtype=r.dtype)[y[known].numpy()]
    a = x.numpy()
    means = np.stack([np.average(a, axis=0, weights=w) for w in r.T])
    variances = np.stack([np.average((a - m) ** 2, axis=0, weights=w) for m, w in zip(means, r.T)])
    return torch.tensor(r.mean(0)), torch.tensor(means), torch.tensor(variances)
