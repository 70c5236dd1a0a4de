import math
import torch


def kl_divergence(p, q, base=2.0):
    from tqdm.auto import tqdm

    total = torch.zeros(())
    for x, y in tqdm(list(zip(p, q)), desc="outcomes"):
        total = total + torch.xlogy(x, x) - torch.xlogy(x, y)
    return total / math.log(base)
