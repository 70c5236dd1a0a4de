import random

import torch


def sample_joint(n, priors, means, factors):
    xs, ys = [], []
    for _ in range(n):
        u, k = random.random(), 0
        while k < len(priors) - 1 and u > float(priors[: k + 1].sum()):
            k += 1
        ys.append(k)
        xs.append(means[k] + factors[k] @ torch.randn(means.shape[1]))
    return torch.stack(xs), torch.tensor(ys)
