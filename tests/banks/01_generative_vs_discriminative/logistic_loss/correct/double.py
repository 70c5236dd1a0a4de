import torch


def logistic_loss(weights, bias, x, y):
    w, b, t = weights.double(), bias.double(), x.double()
    a = torch.addmm(b, t, w.T)
    a = a - a.max(dim=1, keepdim=True)[0]
    log_p = a - a.exp().sum(1, keepdim=True).log()
    truth = torch.eye(len(b), dtype=torch.float64)[y]
    error = (log_p.exp() - truth) / len(t)
    loss = -(truth * log_p).sum() / len(t)
    return loss.float().reshape(1), (error.T @ t).float(), error.sum(0).float()
