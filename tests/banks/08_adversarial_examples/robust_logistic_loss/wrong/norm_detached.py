# misconception: detached
def robust_logistic_loss(x, y, w, b, epsilon):
    return F.softplus(epsilon * w.detach().abs().sum() - y * (x @ w + b)).mean()
