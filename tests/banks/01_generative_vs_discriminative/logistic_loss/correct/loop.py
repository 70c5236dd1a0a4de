import torch


def logistic_loss(weights, bias, x, y):
    loss, gw, gb = 0.0, torch.zeros_like(weights), torch.zeros_like(bias)
    for row, label in zip(x, y):
        a = weights @ row + bias
        p = torch.softmax(a, 0)
        loss = loss + torch.logsumexp(a, 0) - a[label]
        for k in range(len(bias)):
            e = p[k] - (1.0 if k == int(label) else 0.0)
            gw[k] += e * row / len(x)
            gb[k] += e / len(x)
    return loss / len(x), gw, gb
