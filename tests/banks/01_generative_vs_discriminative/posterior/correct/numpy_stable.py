import numpy as np
import torch
from scipy.special import logsumexp


def posterior(scores):
    s = scores.detach().numpy().astype(np.float64)
    return torch.from_numpy(np.exp(s - logsumexp(s, axis=1, keepdims=True)))
