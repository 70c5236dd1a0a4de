# misconception: detached
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.abs().sum() - y * (x @ w + b)).mean().detach()
