import numpy as np
import torch


def sample_joint(n, priors, means, factors):
    p = priors.double().numpy()
    y = np.random.choice(len(p), size=n, p=p / p.sum())
    z = np.random.standard_normal((n, means.shape[1]))
    x = means.numpy()[y] + np.einsum("nij,nj->ni", factors.numpy()[y], z)
    return torch.from_numpy(x).float(), torch.from_numpy(y)
