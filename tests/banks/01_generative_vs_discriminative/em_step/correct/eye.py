import torch


def em_step(x, y, scores):
    k = scores.shape[1]
    table = torch.cat([torch.eye(k), torch.zeros(1, k)])
    r = table[y] + (y < 0)[:, None] * scores.softmax(1)
    count = r.sum(0)
    means = (r[:, :, None] * x[:, None, :]).sum(0) / count.unsqueeze(1)
    variances = (r[:, :, None] * (x[:, None, :] - means[None]) ** 2).sum(0) / count.unsqueeze(1)
    return count / count.sum(), means, variances
