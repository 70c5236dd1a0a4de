import torch


def boundary_terms(priors, means, covariances):
    s = covariances
    det = s[:, 0, 0] * s[:, 1, 1] - s[:, 0, 1] * s[:, 1, 0]
    i = torch.stack([torch.stack([s[:, 1, 1], -s[:, 0, 1]], 1), torch.stack([-s[:, 1, 0], s[:, 0, 0]], 1)], 1)
    i = i / det[:, None, None]
    p = (i @ means[:, :, None])[:, :, 0]
    h = priors.log() - (means * p).sum(1) / 2 - det.log() / 2
    return (i[0] - i[1]) / 2, p[1] - p[0], h[1] - h[0]
