import numpy as np
import torch


def js_divergence(p, q, base=2.0):
    a, b = p.double().numpy(), q.double().numpy()
    m = (a + b) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.nan_to_num(a * np.log(a / m)) + np.nan_to_num(b * np.log(b / m))
    return torch.tensor(terms.sum() / 2 / np.log(base))
