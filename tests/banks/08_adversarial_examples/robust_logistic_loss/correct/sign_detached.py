def robust_logistic_loss(x, y, w, b, epsilon):
    s = w.detach().sign()
    return F.softplus(epsilon * (w * s).sum() - y * (F.linear(x, w[None]).squeeze(1) + b)).mean()
