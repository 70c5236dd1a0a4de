import torch


def posterior(scores):
    # 1 / Σ_l e^(s_l − s_k), with the exponent kept from overflowing
    gaps = scores[:, None, :] - scores[:, :, None]
    return torch.exp(-torch.logsumexp(gaps, dim=2))
